package mx.abasto.jobs.cli;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mx.abasto.common.sql.QueryEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sql "SELECT …"}. */
@Command(
        name = "sql",
        sortOptions = false,
        description = {
            "Asks the lake anything: one query, in DuckDB's SQL, over its datasets as views.",
            "nightly.movements, nightly.stock_balance, nightly.discrepancies … hold all published nights, with their"
                    + " business_date (in counts that is the date counted, and taken_on the night). weekly.key_inventory"
                    + " … hold the last revision of each week, revisions.key_inventory … every one. A name alone is the"
                    + " nightly dataset, else the weekly. \"show all tables\" lists them, \"describe movements\" the"
                    + " columns of one.",
            "Reads nothing but the lake, and changes nothing."
        },
        footer = {
            "",
            "Example:",
            "  abasto sql \"select business_date, count(*) from movements group by all order by all\""
        })
final class SqlCommand extends Listing {
    private static final int TEXT_CHARS_MIN = 8;
    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.DECIMAL,
            Types.NUMERIC,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE);

    @Parameters(paramLabel = "SELECT", description = "The query.")
    private @Nullable String sql;

    @Override
    void show(LakeReader reader) {
        String asked = requireNonNull(sql, "sql is null");
        try (QueryEngine engine = QueryEngine.open(reader.limits())) {
            new LakeViews(reader.lake(), reader.limits().spill().resolve("links"), asked).define(engine);
            engine.query(asked, this::print);
        }
    }

    private void print(ResultSet rows) throws SQLException {
        List<String> names = names(rows.getMetaData());
        RowOutput output = output(new TextTable.Layout(columns(names, rows.getMetaData()), null));
        output.header(names);
        long printed = 0;
        boolean isMore = rows.next();
        while (isMore && printed < rowsMax()) {
            output.row(Cells.ofRow(rows));
            printed++;
            isMore = rows.next();
        }
        if (printed == 0 && isTable()) {
            remark("The query has no rows.");
            return;
        }
        output.end();
        if (isMore) {
            remark("… and more. --limit N shows N rows, --format csv all.");
        }
    }

    /** Each column once: two of one name would be one in JSON. */
    private static List<String> names(ResultSetMetaData described) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= described.getColumnCount(); column++) {
            String name = described.getColumnLabel(column);
            String free = name;
            for (int copy = 2; names.contains(free); copy++) {
                free = name + "_" + copy;
            }
            names.add(free);
        }
        return names;
    }

    private static List<Column> columns(List<String> names, ResultSetMetaData described) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            columns.add(
                    NUMBERS.contains(described.getColumnType(index + 1))
                            ? Column.number(name, name, index + 1)
                            : Column.text(name, name, index + 1, TEXT_CHARS_MIN));
        }
        return columns;
    }
}
