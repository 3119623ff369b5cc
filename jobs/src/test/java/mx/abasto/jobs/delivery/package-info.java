/** Whole nights of deliveries as senders really make them: sent again, cut up, put together, late, and broken. */
@NullMarked
package mx.abasto.jobs.delivery;

import org.jspecify.annotations.NullMarked;
