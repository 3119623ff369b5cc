/**
 * The generator behind {@code generate}: a deterministic network over real reference data whose
 * physical stock evolves beside what its records say, and the faults planted where the two part.
 */
@NullMarked
package mx.abasto.jobs.synthetic;

import org.jspecify.annotations.NullMarked;
