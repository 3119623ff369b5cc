package mx.abasto.jobs.synthetic;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file in the making: header, then rows; cells are quoted where they must be. */
final class Table {

    private final StringBuilder text = new StringBuilder();
    private final List<String> columns;
    private final long[] sums;
    private int rows;

    Table(String header) {
        columns = List.of(header.split(",", -1));
        sums = new long[columns.size()];
        text.append(header).append('\n');
    }

    /** Adds a row; a null cell is empty. */
    void add(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            append(cells[i]);
            if (cells[i] instanceof Number number) {
                sums[i] += number.longValue();
            }
        }
        text.append('\n');
        rows++;
    }

    private void append(@Nullable Object cell) {
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
        return rows;
    }

    /** The pieces of all rows; what is no number where it was added has none. */
    long pieces() {
        int quantity = columns.indexOf("quantity");
        return sums[quantity >= 0 ? quantity : columns.indexOf("dispensed_quantity")];
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void write(Path file) {
        ConfigurationFile.write(file, bytes());
    }
}
