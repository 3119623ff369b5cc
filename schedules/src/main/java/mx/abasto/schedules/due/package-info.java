/** What is due, decided by the lake, and its running: in order, oldest first, tried again where that may help. */
@NullMarked
package mx.abasto.schedules.due;

import org.jspecify.annotations.NullMarked;
