/** The nightly job: which steps, in which order. */
@NullMarked
package mx.abasto.jobs.nightly;

import org.jspecify.annotations.NullMarked;
