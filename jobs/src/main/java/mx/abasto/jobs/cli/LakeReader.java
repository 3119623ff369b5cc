package mx.abasto.jobs.cli;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;
import mx.abasto.jobs.context.ConfiguredLake;
import org.jspecify.annotations.Nullable;

/**
 * A lake being read: needs no lock and writes nothing but the engine's spill, in a temporary folder of its own. What
 * fails throws {@link AbastoException}.
 */
final class LakeReader implements AutoCloseable {
    private static final String FILTERS = "/* filters */ true";

    private final Lake lake;
    private final Session session;
    private final TemporarySpill spill;
    private final EngineLimits limits;

    private LakeReader(Lake lake, TemporarySpill spill, EngineLimits limits) {
        this.lake = lake;
        this.session = Session.open(limits);
        this.spill = spill;
        this.limits = limits;
    }

    /** Opens the configured lake for reading. The caller closes it. */
    static LakeReader open(Settings settings) {
        Lake lake = ConfiguredLake.of(settings);
        TemporarySpill spill = TemporarySpill.make();
        return new LakeReader(lake, spill, spill.limits(settings));
    }

    Lake lake() {
        return lake;
    }

    Session session() {
        return session;
    }

    /** What its engine keeps within. */
    EngineLimits limits() {
        return limits;
    }

    /** How many rows a script of this package gives, filtered. */
    long count(String script, Filters filters) {
        return query(script, "select count(*) from (" + statement(script, filters) + ")", filters, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /** The rows of a script of this package, filtered, in its order, at most {@code rowsMax}. */
    void read(String script, Filters filters, long rowsMax, RowOutput output) {
        query(script, statement(script, filters) + "\nlimit " + rowsMax, filters, rows -> {
            List<String> columns = Cells.columnsOf(rows);
            output.header(columns);
            while (rows.next()) {
                output.row(Cells.ofRow(rows));
            }
            return columns.size();
        });
    }

    /** The rows of a script of this package, for scripts that give few. */
    List<List<@Nullable Object>> rows(String script) {
        Filters none = new Filters();
        return query(script, statement(script, none), none, rows -> {
            List<List<@Nullable Object>> all = new ArrayList<>();
            while (rows.next()) {
                all.add(Cells.ofRow(rows));
            }
            return all;
        });
    }

    private static String statement(String script, Filters filters) {
        return SqlScripts.of(LakeReader.class, script).replace(FILTERS, filters.sql());
    }

    /** Takes from a result what is wanted of it. */
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T query(String name, String sql, Filters filters, Reading<T> reading) {
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            int index = 1;
            for (String value : filters.values()) {
                statement.setString(index++, value);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException failure) {
            throw AbastoException.failed("The SQL of " + name + " failed: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        session.close();
        spill.close();
    }
}
