/** Networks whose numbers and dates lie at the bounds of their columns, and beyond. */
@NullMarked
package mx.abasto.jobs.bounds;

import org.jspecify.annotations.NullMarked;
