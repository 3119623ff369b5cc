package mx.abasto.jobs.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows that come sorted by their market (a state × clave), market by market. */
final class MarketReader<T> {
    private final ResultSet rows;
    private final RowReader<T> reader;
    private boolean hasRow;

    /** Makes a row's object. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * @param rows their first column is the market
     */
    MarketReader(ResultSet rows, RowReader<T> reader) throws SQLException {
        this.rows = rows;
        this.reader = reader;
        this.hasRow = rows.next();
    }

    boolean hasMore() {
        return hasRow;
    }

    /** The market that comes next. */
    long market() throws SQLException {
        return rows.getLong(1);
    }

    /** All rows of a market, none if it has none; markets are asked for in their order. */
    List<T> of(long market) throws SQLException {
        List<T> found = new ArrayList<>();
        while (hasRow && market() <= market) {
            if (market() == market) {
                found.add(reader.read(rows));
            }
            hasRow = rows.next();
        }
        return found;
    }
}
