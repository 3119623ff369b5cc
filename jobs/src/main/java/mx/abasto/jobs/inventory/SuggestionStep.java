package mx.abasto.jobs.inventory;

import static mx.abasto.common.sql.ColumnType.BIGINT;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;

/**
 * Suggests which lots could go from sites with more than their band to sites of the same state that are out or low
 * ({@link WeeklyDatasets#TRANSFER_SUGGESTIONS}). Who could give and take is a matter of sets; who gets what, one after
 * the other, is {@link Allocation}'s.
 */
public final class SuggestionStep implements RunStep<WeekRun> {
    private static final List<Dataset> READ = List.of(
            ReferenceDatasets.SITES,
            ReferenceDatasets.CATALOGUE,
            ReferenceDatasets.ROUTES,
            ReferenceDatasets.RECALLS,
            WorkDatasets.STOCK_POSITIONS);
    private static final List<String> PARTS = List.of("markets", "takers", "givers", "giver_lots");

    /** One row per taker × lot: how many pieces. */
    private static final Dataset GRANTS = Dataset.named("grants")
            .with(BIGINT, "taker", "giver_lot", "quantity")
            .sortedBy("taker", "giver_lot");

    @Override
    public String name() {
        return "suggest";
    }

    @Override
    public void run(WeekRun run, Path output) throws IOException {
        LocalDate sunday = run.week().end();
        Path staged = output.resolve("grants.tsv");
        try (Session session = run.session()) {
            READ.forEach(dataset -> session.view(dataset, run.work().files(dataset)));
            new WeekNights(session, run).view("last_stock_balance", NightlyDatasets.STOCK_BALANCE, sunday, sunday);
            PARTS.forEach(part -> session.table(SuggestionStep.class, part));
            stageGrants(session, TransitDays.read(session, run.settings().transitDays()), staged);
            session.load(GRANTS.name(), GRANTS, staged);
            session.write(SuggestionStep.class, WeeklyDatasets.TRANSFER_SUGGESTIONS, output);
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot read who could give and take: " + failure.getMessage(), failure);
        }
    }

    private static void stageGrants(Session session, TransitDays transitDays, Path staged)
            throws SQLException, IOException {
        try (Connection second = session.duplicate();
                Statement takersOf = session.connection().createStatement();
                Statement lotsOf = second.createStatement();
                ResultSet takerRows = takersOf.executeQuery(
                        "select market, taker, clues, stock_status, closing, amc, most_pieces(need) from takers order by taker");
                ResultSet lotRows = lotsOf.executeQuery(
                        "select market, giver_lot, clues, surplus, book, days_left from giver_lots order by giver_lot");
                StagedRows grants = new StagedRows(staged)) {
            MarketReader<Taker> takers = new MarketReader<>(takerRows, SuggestionStep::taker);
            MarketReader<GiverLot> lots = new MarketReader<>(lotRows, SuggestionStep::giverLot);
            while (takers.hasMore() && lots.hasMore()) {
                long market = Math.max(takers.market(), lots.market());
                Allocation allocation = new Allocation(lots.of(market), transitDays::between);
                for (Allocation.Grant grant : allocation.serve(takers.of(market))) {
                    grants.write(
                            Long.toString(grant.taker()),
                            Long.toString(grant.giverLot()),
                            Long.toString(grant.quantity()));
                }
            }
        }
    }

    /** Columns by their places in the select above: rows are very many. */
    private static Taker taker(ResultSet row) throws SQLException {
        return new Taker(
                row.getLong(2),
                row.getString(3),
                "OUT".equals(row.getString(4)),
                row.getLong(5),
                row.getBigDecimal(6),
                row.getLong(7));
    }

    private static GiverLot giverLot(ResultSet row) throws SQLException {
        int daysLeft = row.getInt(6);
        boolean isUndated = row.wasNull();
        return new GiverLot(
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                isUndated ? Integer.MAX_VALUE : daysLeft);
    }
}
