/** A lake of published runs: datasets, layout, run.json and its chain, publish (contract section 5). */
@NullMarked
package mx.abasto.common.lake;

import org.jspecify.annotations.NullMarked;
