package mx.abasto.jobs.oracle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file's header: which position holds which contract column. */
record Header(List<String> names, Layout layout) {

    /** Empty when a required column is missing or a known one is there twice: the file cannot be read at all. */
    static Optional<Header> of(CsvRecord record, Shape shape, Layout layout) {
        List<String> names = record.fields().stream()
                .map(f -> normal(new String(f, StandardCharsets.UTF_8)))
                .toList();
        boolean isComplete = true;
        for (Column column : shape.columns()) {
            String wanted = normal(layout.header(column.name()));
            long found = names.stream().filter(wanted::equals).count();
            boolean isConstant = layout.constants().containsKey(column.name());
            isComplete &= isConstant || found == 1 || (!column.required() && found == 0);
        }
        // AMBIGUOUS: a header whose quote does not close is no header.
        return isComplete && !record.isUnclosed() ? Optional.of(new Header(names, layout)) : Optional.empty();
    }

    /** Without case, white space and what cannot be seen. */
    static String normal(String name) {
        return name.replaceAll("[\\s\u00A0\u200B\uFEFF]+", "").toLowerCase(Locale.ROOT);
    }

    int width() {
        return names.size();
    }

    /** -1 if the file lacks the column. */
    int position(String column) {
        return names.indexOf(normal(layout.header(column)));
    }
}
