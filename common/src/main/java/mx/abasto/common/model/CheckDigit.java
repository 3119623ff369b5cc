package mx.abasto.common.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The check digit of a CLUES of institution IMB: {@code (a[state] + 2 + 2·number) mod 7}, of the five digits before it
 * (contract section 1).
 */
public final class CheckDigit {
    private static final String TABLE = "/model/clues_check_digit.csv";
    private static final SortedMap<String, Integer> ADDENDS = Collections.unmodifiableSortedMap(table());

    private CheckDigit() {}

    /** What each state adds, by the two letters that its CLUES begin with. */
    public static SortedMap<String, Integer> addends() {
        return ADDENDS;
    }

    /**
     * The digit that ends a CLUES.
     *
     * @param state its two letters
     * @throws IllegalArgumentException if there is no such state
     */
    public static int of(String state, int number) {
        Integer addend = ADDENDS.get(state);
        if (addend == null) {
            throw new IllegalArgumentException("no state has the letters " + state);
        }
        return (addend + 2 + 2 * number) % 7;
    }

    private static SortedMap<String, Integer> table() {
        try (InputStream bytes = CheckDigit.class.getResourceAsStream(TABLE)) {
            if (bytes == null) {
                throw new IllegalStateException("There is no file " + TABLE);
            }
            SortedMap<String, Integer> addends = new TreeMap<>();
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> addends.put(cells[0], Integer.parseInt(cells[1])));
            return addends;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the file " + TABLE, failure);
        }
    }
}
