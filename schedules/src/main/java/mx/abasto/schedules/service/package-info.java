/** The process: its command line, Quartz, and its end. */
@NullMarked
package mx.abasto.schedules.service;

import org.jspecify.annotations.NullMarked;
