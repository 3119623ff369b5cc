package mx.abasto.common.sql;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into the engine: one a line, cells between tabs, an empty cell for null. A tab or line break
 * within a cell is marked, so that the engine needs no quoting; {@link Session#load} puts it back.
 */
public final class StagedRows implements AutoCloseable {
    private static final char MARK = '\u0001';

    private final BufferedWriter writer;

    public StagedRows(Path file) throws IOException {
        this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    /** Writes a row. The cells are in the order of the columns that it will be loaded with. */
    public void write(@Nullable String... cells) throws IOException {
        for (int index = 0; index < cells.length; index++) {
            if (index > 0) {
                writer.write('\t');
            }
            writeCell(cells[index]);
        }
        writer.write('\n');
    }

    /** Writes a row of a file: the file's number, the row's, then its cells. */
    public void writeNumbered(String file, long rowNo, @Nullable String[] cells) throws IOException {
        writer.write(file);
        writer.write('\t');
        writer.write(Long.toString(rowNo));
        for (String cell : cells) {
            writer.write('\t');
            writeCell(cell);
        }
        writer.write('\n');
    }

    private void writeCell(@Nullable String cell) throws IOException {
        if (cell == null) {
            return;
        }
        if (!needsMarks(cell)) {
            writer.write(cell);
            return;
        }
        for (int index = 0; index < cell.length(); index++) {
            char letter = cell.charAt(index);
            switch (letter) {
                case '\t' -> mark('t');
                case '\n' -> mark('n');
                case '\r' -> mark('r');
                case '\0' -> mark('0');
                case MARK -> mark('1');
                default -> writer.write(letter);
            }
        }
    }

    private static boolean needsMarks(String cell) {
        for (int index = 0; index < cell.length(); index++) {
            char letter = cell.charAt(index);
            if (letter == '\t' || letter == '\n' || letter == '\r' || letter == '\0' || letter == MARK) {
                return true;
            }
        }
        return false;
    }

    private void mark(char what) throws IOException {
        writer.write(MARK);
        writer.write(what);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
