/** The service that runs the jobs on time: {@code service} knows {@code due} and {@code plan}; {@code due} knows {@code plan}. */
@NullMarked
package mx.abasto.schedules;

import org.jspecify.annotations.NullMarked;
