/** Movements, balances, shipments, orders, prescriptions, conservation (contract section 5). */
@NullMarked
package mx.abasto.jobs.ledger;

import org.jspecify.annotations.NullMarked;
