package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a foreign export becomes the contract (contract section 3).
 *
 * @param name what sources call it
 * @param charset of its CSV files
 * @param delimiter between cells
 * @param quote around cells
 * @param dateFormats patterns of {@link java.time.format.DateTimeFormatter}; the first that fits reads a date
 * @param numbers how whole numbers are written
 * @param nulls texts of a cell, trimmed, that mean that it is empty
 * @param files patterns of file names by extract; an extract without one is named as the contract says
 * @param columns where each contract column comes from, by extract and column; one that is not named comes from the
 *     header of its own name
 * @param repeated what rows of one cell in one count mean
 */
public record Profile(
        String name,
        Charset charset,
        char delimiter,
        char quote,
        List<String> dateFormats,
        NumberFormat numbers,
        Set<String> nulls,
        Map<Extract, FilePattern> files,
        Map<Extract, Map<String, ColumnOrigin>> columns,
        RepeatedCounts repeated) {

    /** The name of the contract's own. */
    public static final String CANONICAL_NAME = "canonical";

    /** The contract's own form: UTF-8, comma, double quote, ISO dates, plain whole numbers. */
    public static final Profile CANONICAL = new Profile(
            CANONICAL_NAME,
            StandardCharsets.UTF_8,
            ',',
            '"',
            List.of("yyyy-MM-dd"),
            NumberFormat.PLAIN,
            Set.of(),
            Map.of(),
            Map.of(),
            RepeatedCounts.CONFLICT);

    /** What several rows of one cell in one count mean (contract section 2, KEY_CONFLICT). */
    public enum RepeatedCounts {
        /** The sender contradicts itself: none of them is believed. */
        CONFLICT,
        /** The sender counts by shelf: their sum is the count. */
        ADD
    }

    /**
     * How whole numbers are written: groups of three digits may be set apart, and decimals may follow that are all
     * zeros.
     *
     * @param thousands between groups; null if there is none
     * @param decimal before decimals; null if there is none
     */
    public record NumberFormat(
            @Nullable Character thousands, @Nullable Character decimal) {
        /** Digits alone, as the contract writes them. */
        public static final NumberFormat PLAIN = new NumberFormat(null, null);

        /** {@code 1,200.00} is 1200. */
        public static final NumberFormat MEXICAN = new NumberFormat(',', '.');

        public NumberFormat {
            if (thousands != null && thousands.equals(decimal)) {
                throw new IllegalArgumentException("the thousands and the decimal sign are the same");
            }
        }
    }

    public Profile {
        requireNonNull(name, "name is null");
        requireNonNull(charset, "charset is null");
        requireNonNull(numbers, "numbers is null");
        requireNonNull(repeated, "repeated is null");
        dateFormats = List.copyOf(dateFormats);
        // In an order of their own, so that a configuration reads the same in every process.
        nulls = Collections.unmodifiableSet(new TreeSet<>(nulls));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        columns = ordered(columns);
    }

    private static Map<Extract, Map<String, ColumnOrigin>> ordered(Map<Extract, Map<String, ColumnOrigin>> columns) {
        Map<Extract, Map<String, ColumnOrigin>> ordered = new TreeMap<>();
        columns.forEach(
                (extract, origins) -> ordered.put(extract, Collections.unmodifiableMap(new TreeMap<>(origins))));
        return Collections.unmodifiableMap(ordered);
    }

    /** Where the contract columns of an extract come from, as far as this profile names them. */
    public Map<String, ColumnOrigin> columnsOf(Extract extract) {
        return columns.getOrDefault(extract, Map.of());
    }

    /** Whether the files of an extract are the contract's own, to the letter. */
    public boolean isCanonical() {
        return name.equals(CANONICAL_NAME);
    }
}
