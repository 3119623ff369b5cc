/** What becomes of a run that fails at any point: it costs time, never truth. */
@NullMarked
package mx.abasto.jobs.crash;

import org.jspecify.annotations.NullMarked;
