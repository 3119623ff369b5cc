/** Commands and their messages (contract section 4). */
@NullMarked
package mx.abasto.jobs.cli;

import org.jspecify.annotations.NullMarked;
