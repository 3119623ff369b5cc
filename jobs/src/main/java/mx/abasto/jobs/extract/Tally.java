package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * What was read for one site of a file, to be held against its control file.
 *
 * @param rows rows read, quarantined or not
 * @param quantity pieces of those rows, quarantined or not, whose quantity reads as BIGINT
 */
public record Tally(long rows, BigInteger quantity) {
    public Tally {
        requireNonNull(quantity, "quantity is null");
    }
}
