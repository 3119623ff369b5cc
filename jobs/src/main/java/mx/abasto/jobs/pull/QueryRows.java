package mx.abasto.jobs.pull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mx.abasto.common.files.CsvLine;
import mx.abasto.common.model.Extract;

/**
 * A query's rows as the bytes of a CSV file: a header of the columns' labels, then a line a row. No more rows are held
 * than the driver holds, and a few lines. A result that breaks off throws rather than end.
 */
final class QueryRows extends InputStream {
    private static final int ENOUGH_BYTES = 1 << 14;

    private final Extract extract;
    private final ResultSet rows;
    private final DatabaseFailures failures;
    private final Runnable atTheEnd;
    private final List<QueryColumn> columns = new ArrayList<>();

    private byte[] lines = new byte[0];
    private int taken;
    private boolean isAtEnd;
    private boolean hasRows;

    /**
     * Begins with the header.
     *
     * @param atTheEnd run when the stream is closed
     * @throws RefusedException if a column's values cannot be text
     */
    QueryRows(Extract extract, ResultSet rows, DatabaseFailures failures, Runnable atTheEnd)
            throws IOException, SQLException {
        this.extract = extract;
        this.rows = rows;
        this.failures = failures;
        this.atTheEnd = atTheEnd;
        ResultSetMetaData described = rows.getMetaData();
        for (int place = 1; place <= described.getColumnCount(); place++) {
            columns.add(QueryColumn.of(extract, described, place));
        }
        lines = bytes(columns.stream().map(QueryColumn::label).toList());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (taken == lines.length) {
            lines = nextLines();
            taken = 0;
        }
        int given = Math.min(length, lines.length - taken);
        System.arraycopy(lines, taken, buffer, offset, given);
        taken += given;
        return given == 0 ? -1 : given;
    }

    private byte[] nextLines() throws IOException {
        ByteArrayOutputStream next = new ByteArrayOutputStream();
        try {
            while (!isAtEnd && next.size() < ENOUGH_BYTES) {
                isAtEnd = !rows.next();
                if (!isAtEnd) {
                    next.writeBytes(bytes(cells()));
                    hasRows = true;
                }
            }
            requireCount();
        } catch (SQLException failure) {
            throw failures.ofQuery(extract, failure);
        }
        return next.toByteArray();
    }

    /** Sites that hold nothing at all are rarer than tables that are not filled yet, and a night is published for good. */
    private void requireCount() throws RefusedException {
        if (isAtEnd && !hasRows && extract == Extract.STOCK) {
            throw new RefusedException("its query gave no row, and a count without rows would say that every site holds"
                    + " nothing; the next night asks again. Fill the tables before Abasto asks");
        }
    }

    private List<String> cells() throws SQLException {
        List<String> cells = new ArrayList<>(columns.size());
        for (QueryColumn column : columns) {
            cells.add(column.text(rows));
        }
        return cells;
    }

    private static byte[] bytes(List<String> cells) {
        return CsvLine.CANONICAL.of(cells).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        atTheEnd.run();
    }
}
