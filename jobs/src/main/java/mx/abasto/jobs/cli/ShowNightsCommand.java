package mx.abasto.jobs.cli;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;
import picocli.CommandLine.Command;

/** {@code show nights}: one row per published night. */
@Command(
        name = "nights",
        sortOptions = false,
        description = {
            "The published nights, the newest last: files and rows taken in, discrepancies open, new and resolved, and"
                    + " the run that published them."
        })
final class ShowNightsCommand extends Listing {
    private static final TextTable.Layout LAYOUT = new TextTable.Layout(
            List.of(
                    Column.key("business_date", "Night", 1),
                    Column.number("files", "Files", 6),
                    Column.number("accepted", "Accepted", 4),
                    Column.number("quarantined", "Quarant.", 5),
                    Column.number("duplicates", "Dupl.", 7),
                    Column.number("open", "Open", 2),
                    Column.number("new", "New", 3),
                    Column.number("resolved", "Resolved", 8),
                    Column.text("run_id", "Run", 9, 8)),
            null);

    @Override
    void show(LakeReader reader) {
        List<LocalDate> nights = reader.lake().nights();
        List<LocalDate> shown = nights.subList((int) Math.max(0, nights.size() - rowsMax()), nights.size());
        describe(reader, shown);
        print(reader, "nights", new Filters(), LAYOUT, emptyLake(reader.lake()));
        if (shown.size() < nights.size()) {
            remark("… and %s. All of them: --limit %d"
                    .formatted(Counted.of(nights.size() - shown.size(), "earlier night"), nights.size()));
        }
    }

    /** Puts at the script's disposal what the nights' run.json say, and their discrepancies. */
    private static void describe(LakeReader reader, List<LocalDate> nights) {
        Session session = reader.session();
        session.run(
                "runs",
                "create table runs (business_date date, files bigint, accepted bigint, quarantined bigint,"
                        + " duplicates bigint, run_id varchar, is_pruned boolean)");
        SortedMap<LocalDate, List<Path>> discrepancies = new TreeMap<>();
        try (PreparedStatement insert =
                session.connection().prepareStatement("insert into runs values (cast(? as date), ?, ?, ?, ?, ?, ?)")) {
            for (LocalDate night : nights) {
                Lake.Published published = reader.lake().night(night).orElseThrow();
                RunJson run = published.runJson();
                insert.setString(1, night.toString());
                insert.setLong(2, rowsOf(run, NightlyDatasets.FILES.name()));
                insert.setLong(3, run.proof().accepted());
                insert.setLong(4, run.proof().quarantined());
                insert.setLong(5, run.proof().duplicates());
                insert.setString(6, run.runId());
                boolean isPruned = reader.lake().isPruned(published);
                insert.setBoolean(7, isPruned);
                insert.executeUpdate();
                if (!isPruned) {
                    discrepancies.put(night, reader.lake().files(published, NightlyDatasets.DISCREPANCIES));
                }
            }
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot list the nights: " + failure.getMessage(), failure);
        }
        session.datedView("listed", NightlyDatasets.DISCREPANCIES, discrepancies);
    }

    private static long rowsOf(RunJson run, String dataset) {
        return run.outputsOf(dataset).stream().mapToLong(RunJson.Item::rows).sum();
    }
}
