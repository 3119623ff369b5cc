/** What can be seen of the scheduler and its lake from outside: health, metrics, logs; and what it looks for by itself. */
@NullMarked
package mx.abasto.schedules.watch;

import org.jspecify.annotations.NullMarked;
