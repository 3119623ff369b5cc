/** What the product costs in time, memory and bytes, beside the bare SQL that does the least that a night must do. */
@NullMarked
package mx.abasto.jobs.benchmark;

import org.jspecify.annotations.NullMarked;
