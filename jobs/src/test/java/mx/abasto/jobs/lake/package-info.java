/** What holds of a lake that the whole product made: the same bytes, readable by all, whole at every moment. */
@NullMarked
package mx.abasto.jobs.lake;

import org.jspecify.annotations.NullMarked;
