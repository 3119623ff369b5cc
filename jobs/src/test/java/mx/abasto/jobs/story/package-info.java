/** Stories are true: they add up, and say what the lake says. */
@NullMarked
package mx.abasto.jobs.story;

import org.jspecify.annotations.NullMarked;
