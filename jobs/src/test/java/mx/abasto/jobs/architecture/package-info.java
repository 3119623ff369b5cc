/** What holds of the code itself: who knows whom, and who knows what time it is. */
@NullMarked
package mx.abasto.jobs.architecture;

import org.jspecify.annotations.NullMarked;
