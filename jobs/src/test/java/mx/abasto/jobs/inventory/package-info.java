/** The weekly datasets' parts on figures made by hand. */
@NullMarked
package mx.abasto.jobs.inventory;

import org.jspecify.annotations.NullMarked;
