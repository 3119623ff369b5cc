/** Stories that the lake can tell: of one discrepancy, and of one lot (contract section 4, explain and trace). */
@NullMarked
package mx.abasto.jobs.story;

import org.jspecify.annotations.NullMarked;
