package mx.abasto.jobs.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A CSV file in the making: header, then rows; cells are quoted where they must be. */
final class Table {

    private final StringBuilder text = new StringBuilder();
    private int rows;

    Table(String header) {
        text.append(header).append('\n');
    }

    /** Adds a row; a null cell is empty. */
    void add(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            append(cells[i]);
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

    void write(Path file) {
        try {
            Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": is there room, and may you write there?", e);
        }
    }
}
