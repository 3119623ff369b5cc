package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.model.ExtractFileName;
import org.jspecify.annotations.Nullable;

/**
 * What a sender says it sent (contract section 2).
 *
 * @param rows those that could be read
 * @param problems one plain sentence for each row that could not, or for the file as a whole
 */
public record ControlFile(List<ControlFile.Row> rows, List<String> problems) {
    private static final BigInteger FIGURE_MAX = BigInteger.TEN.pow(18);
    private static final List<ValueColumn> COLUMNS = List.of(
            ValueColumn.required("file", ValueType.TEXT),
            ValueColumn.optional("clues", ValueType.CLUES),
            ValueColumn.optional("rows", ValueType.COUNT),
            ValueColumn.optional("quantity", ValueType.WHOLE),
            ValueColumn.optional("sha256", ValueType.SHA_256));

    /**
     * What is said of one file, or of one site in it. Null is not checked, nor is a figure beyond ±10¹⁸, which is null.
     *
     * @param rowNo 1 = the control file's first data row
     * @param file name of the file spoken of
     * @param clues the site, aliases replaced; null for the whole file
     * @param rows rows of that file or site
     * @param quantity pieces in them
     * @param sha256 of the file's bytes as delivered, in lower case
     */
    public record Row(
            long rowNo,
            String file,
            @Nullable String clues,
            @Nullable Long rows,
            @Nullable Long quantity,
            @Nullable String sha256) {
        public Row {
            requireNonNull(file, "file is null");
        }
    }

    public ControlFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the bytes to their end and closes them. What cannot be read is left out and named among the problems.
     *
     * @throws IOException if the bytes cannot be fetched; says nothing about the file
     */
    public static ControlFile read(InputStream bytes, ExtractFileName name, Aliases aliases) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (bytes;
                CsvRecords records = CsvRecords.open(bytes, name.name(), CsvDialect.CANONICAL)) {
            ValueRows values = ValueRows.of(records, COLUMNS, aliases);
            for (long rowNo = 1; records.next(); rowNo++) {
                try {
                    rows.add(row(rowNo, values.read(records)));
                } catch (UnreadableRowException e) {
                    problems.add("%s, row %d: %s.".formatted(name.name(), rowNo, e.problem()));
                }
            }
        } catch (UnreadableFileException e) {
            problems.add("%s: %s.".formatted(name.name(), e.getMessage()));
        }
        return new ControlFile(rows, problems);
    }

    private static Row row(long rowNo, @Nullable String[] cells) {
        String file = requireNonNull(cells[0], "file is null");
        return new Row(rowNo, file, cells[1], number(cells[2]), number(cells[3]), cells[4]);
    }

    /** A figure that no file can have says nothing. */
    private static @Nullable Long number(@Nullable String text) {
        BigInteger figure = text == null ? FIGURE_MAX.add(BigInteger.ONE) : new BigInteger(text);
        return figure.abs().compareTo(FIGURE_MAX) > 0 ? null : (Long) figure.longValueExact();
    }
}
