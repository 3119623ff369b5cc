/** Pulling from servers, real ones and such as misbehave. */
@NullMarked
package mx.abasto.jobs.pull;

import org.jspecify.annotations.NullMarked;
