package mx.abasto.jobs.extract;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import mx.abasto.common.model.ExtractFileName;
import org.jspecify.annotations.Nullable;

/** A delivered extract that is open for reading: its records, and where they have the contract's columns. */
final class OpenExtract implements Closeable {
    private final SentTable table;
    private final HeaderNames header;
    private final ExpressionEngine expressions;
    private final ColumnMapping mapping;
    private final Records records;

    private OpenExtract(
            SentTable table, HeaderNames header, ExpressionEngine expressions, ColumnMapping mapping, Records records) {
        this.table = table;
        this.header = header;
        this.expressions = expressions;
        this.mapping = mapping;
        this.records = records;
    }

    /**
     * Opens an extract.
     *
     * @throws UnreadableFileException if it cannot be read at all
     * @throws IOException if its bytes cannot be fetched
     */
    static OpenExtract of(FileBytes bytes, ExtractFileName name, ExtractForm form) throws IOException {
        ColumnMapping.extractOf(name);
        SentTable table = SentTables.open(bytes, name, form.dialect());
        try {
            HeaderNames header = table.header();
            return of(table, header, name, form, ExpressionEngine.of(form.profile(), name, header));
        } catch (IOException | RuntimeException failure) {
            table.close();
            throw failure;
        }
    }

    private static OpenExtract of(
            SentTable table, HeaderNames header, ExtractFileName name, ExtractForm form, ExpressionEngine expressions)
            throws IOException {
        try {
            ColumnMapping mapping = ColumnMapping.of(name, form, header, expressions);
            BitSet needed = mapping.needed();
            needed.or(expressions.needed());
            Records sent = table.records(needed);
            Records records =
                    expressions.size() == 0 ? sent : new ComputedRecords(sent, header.width(), needed, expressions);
            return new OpenExtract(table, header, expressions, mapping, records);
        } catch (IOException | RuntimeException failure) {
            expressions.close();
            throw failure;
        }
    }

    Records records() {
        return records;
    }

    ColumnMapping mapping() {
        return mapping;
    }

    /** The file's columns that are dropped, by the names that it gives them. */
    List<String> ignored() {
        return IntStream.range(0, header.width())
                .filter(mapping::isDropped)
                .mapToObj(header::name)
                .toList();
    }

    /** The file's name for the cell that a contract column stands in or is made from; null if it comes from none. */
    @Nullable
    String headerOf(int column) {
        int cell = mapping.cellOf(column);
        return cell >= 0 && cell < header.width() ? header.name(cell) : null;
    }

    /** How many data records there are, told by other code than that which reads them; certain at their end. */
    long counted() {
        return table.counted();
    }

    @Override
    public void close() throws IOException {
        try (table) {
            expressions.close();
        }
    }
}
