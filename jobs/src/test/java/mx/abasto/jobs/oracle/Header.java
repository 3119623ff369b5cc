package mx.abasto.jobs.oracle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file's header: which position holds which contract column. */
record Header(List<String> names) {

    /** Empty when a required column is missing: the file cannot be read at all. */
    static Optional<Header> of(CsvRecord record, Shape shape) {
        List<String> names = record.fields().stream()
                .map(f -> normal(new String(f, StandardCharsets.UTF_8)))
                .toList();
        boolean isComplete = shape.columns().stream().filter(Column::required).allMatch(c -> names.contains(c.name()));
        // AMBIGUOUS: a header whose quote does not close is no header.
        return isComplete && !record.isUnclosed() ? Optional.of(new Header(names)) : Optional.empty();
    }

    /**
     * AMBIGUOUS: section 3 lets a profile's headers match after trimming, case- and white-space-insensitively; taken
     * to hold for the canonical profile too. Alternative: exact names only.
     */
    static String normal(String name) {
        return name.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    int width() {
        return names.size();
    }

    /** AMBIGUOUS: of two columns of one name the first counts; -1 if the file lacks the column. */
    int position(String column) {
        return names.indexOf(column);
    }
}
