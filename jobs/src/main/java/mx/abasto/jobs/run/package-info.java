/** How a run of either job holds the lake, starts, and resumes after a failure. */
@NullMarked
package mx.abasto.jobs.run;

import org.jspecify.annotations.NullMarked;
