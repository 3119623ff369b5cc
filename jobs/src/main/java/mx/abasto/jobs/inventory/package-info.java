/** The weekly datasets (contract section 7). */
@NullMarked
package mx.abasto.jobs.inventory;

import org.jspecify.annotations.NullMarked;
