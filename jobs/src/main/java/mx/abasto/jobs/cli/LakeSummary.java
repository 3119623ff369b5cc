package mx.abasto.jobs.cli;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;

/** A line or two on what a published run found. */
final class LakeSummary implements AutoCloseable {
    private final Lake lake;
    private final Session session;

    LakeSummary(Settings settings, Lake lake) {
        this.lake = lake;
        this.session = Session.open(new EngineLimits(
                settings.memory(), settings.threads(), settings.work().resolve("spill")));
    }

    /** What a night took in and what it lists. */
    String night(LocalDate night) {
        Lake.Published published = lake.night(night).orElseThrow();
        RunJson.Proof proof = published.runJson().proof();
        return "%s published: %,d rows accepted, %,d quarantined, %,d duplicates; %s"
                .formatted(
                        night,
                        proof.accepted(),
                        proof.quarantined(),
                        proof.duplicates(),
                        discrepancies(lake.files(published, NightlyDatasets.DISCREPANCIES)));
    }

    private String discrepancies(List<Path> files) {
        session.view(NightlyDatasets.DISCREPANCIES, files);
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) filter (status <> 'RESOLVED'), count(*) filter (status = 'NEW'),"
                                + " count(*) filter (status = 'RESOLVED') from discrepancies")) {
            row.next();
            return "%,d open discrepancies (%,d new, %,d resolved)"
                    .formatted(row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot count the discrepancies: " + failure.getMessage(), failure);
        }
    }

    /** What a week's inventory says. */
    String week(IsoWeek week, int revision) {
        Lake.Published published = lake.week(week, revision).orElseThrow();
        session.view(WeeklyDatasets.KEY_INVENTORY, lake.files(published, WeeklyDatasets.KEY_INVENTORY));
        StringBuilder statuses = new StringBuilder();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery("select stock_status, count(*) from key_inventory"
                        + " group by stock_status order by count(*) desc, stock_status")) {
            while (rows.next()) {
                statuses.append(statuses.isEmpty() ? "" : ", ")
                        .append("%,d %s"
                                .formatted(rows.getLong(2), rows.getString(1).toLowerCase(Locale.ROOT)));
            }
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot read the inventory: " + failure.getMessage(), failure);
        }
        return "%s revision %d published: %s".formatted(week, revision, statuses);
    }

    @Override
    public void close() {
        session.close();
    }
}
