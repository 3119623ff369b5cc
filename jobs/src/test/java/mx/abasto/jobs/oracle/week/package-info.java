/**
 * The weekly oracle: a naive computation of contract section 7 from the nights' Parquet and the reference data, in plain
 * Java, that shares no code, SQL or class with the product. Slow on purpose; where it and the product differ, one of
 * them is wrong.
 */
@NullMarked
package mx.abasto.jobs.oracle.week;

import org.jspecify.annotations.NullMarked;
