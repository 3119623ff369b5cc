/** The weekly job: which steps, in which order. */
@NullMarked
package mx.abasto.jobs.weekly;

import org.jspecify.annotations.NullMarked;
