/** That the nation's generator makes what it says, seen in its files alone. */
@NullMarked
package mx.abasto.jobs.synthetic.national;

import org.jspecify.annotations.NullMarked;
