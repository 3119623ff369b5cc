package mx.abasto.jobs.synthetic;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV file in the making: header, then rows; cells are quoted where they must be. */
public final class Table {

    private final String header;
    private final List<String> columns;
    private final long[] sums;
    private final List<String> rows = new ArrayList<>();
    private final Set<Integer> cancelled = new HashSet<>();

    public Table(String header) {
        this.header = header;
        this.columns = List.of(header.split(",", -1));
        this.sums = new long[columns.size()];
    }

    /** Adds a row; a null cell is empty. */
    public void add(@Nullable Object... cells) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            append(text, cells[i]);
            if (cells[i] instanceof Number number) {
                sums[i] += number.longValue();
            }
        }
        rows.add(text.toString());
    }

    /** Adds a row that takes back what its key said before; the file has the column only when it needs it. */
    void cancel(@Nullable Object... cells) {
        cancelled.add(rows.size());
        add(cells);
    }

    private static void append(StringBuilder text, @Nullable Object cell) {
        if (cell == null) {
            return;
        }
        String value = cell.toString();
        if (value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
            text.append(value);
        } else {
            text.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }

    int rows() {
        return rows.size();
    }

    private String text() {
        boolean hasCancelled = !cancelled.isEmpty();
        StringBuilder text = new StringBuilder(header).append(hasCancelled ? ",cancelled\n" : "\n");
        for (int row = 0; row < rows.size(); row++) {
            text.append(rows.get(row));
            text.append(hasCancelled ? "," + cancelled.contains(row) : "").append('\n');
        }
        return text.toString();
    }

    /** The pieces of all rows; what is no number where it was added has none. */
    long pieces() {
        int quantity = columns.indexOf("quantity");
        return sums[quantity >= 0 ? quantity : columns.indexOf("dispensed_quantity")];
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public void write(Path file) {
        ConfigurationFile.write(file, bytes());
    }
}
