/**
 * The generator behind {@code generate --national}: every unit and clave there is, with arithmetic that holds and faults
 * by the thousand, made to measure the product on. Cells are numbers in arrays and lines go out as they are made, since
 * the network that {@link mx.abasto.jobs.synthetic.Generator} simulates by objects would not fit.
 */
@NullMarked
package mx.abasto.jobs.synthetic.national;

import org.jspecify.annotations.NullMarked;
