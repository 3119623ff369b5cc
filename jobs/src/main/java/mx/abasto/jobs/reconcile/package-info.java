/** Rules: their catalogue, what they find, and the life of each finding (contract sections 5 and 6). */
@NullMarked
package mx.abasto.jobs.reconcile;

import org.jspecify.annotations.NullMarked;
