/** Pulling: what sources offer for a night, fetched, hashed and landed, one source apart from the others. */
@NullMarked
package mx.abasto.jobs.pull;

import org.jspecify.annotations.NullMarked;
