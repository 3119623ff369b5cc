/**
 * The oracle: a naive reading of the contract, in plain Java, that shares no code, SQL or class with the product. It
 * holds all history in memory and is slow on purpose; where it and the product differ, one of them is wrong.
 */
@NullMarked
package mx.abasto.jobs.oracle;

import org.jspecify.annotations.NullMarked;
