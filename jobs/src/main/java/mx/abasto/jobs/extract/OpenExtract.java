package mx.abasto.jobs.extract;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import mx.abasto.common.model.ExtractFileName;

/** A delivered extract that is open for reading: its records, and where they have the contract's columns. */
final class OpenExtract implements Closeable {
    private final SentTable table;
    private final ExpressionEngine expressions;
    private final ColumnMapping mapping;
    private final Records records;

    private OpenExtract(SentTable table, ExpressionEngine expressions, ColumnMapping mapping, Records records) {
        this.table = table;
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
            return new OpenExtract(table, expressions, mapping, records);
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
