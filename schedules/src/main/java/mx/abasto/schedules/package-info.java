/** The service that runs the jobs on time. Its place; nothing lives here yet. */
@NullMarked
package mx.abasto.schedules;

import org.jspecify.annotations.NullMarked;
