/** From delivered bytes to rows: reading extracts and reference files, item by item (contract sections 1 and 2). */
@NullMarked
package mx.abasto.jobs.extract;

import org.jspecify.annotations.NullMarked;
