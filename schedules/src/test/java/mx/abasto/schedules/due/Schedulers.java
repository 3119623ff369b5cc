package mx.abasto.schedules.due;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import mx.abasto.jobs.settings.ConfigurationFile;
import mx.abasto.schedules.plan.Plan;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Schedulers over one fake lake, with one database and one clock.
 *
 * @param configuration a file whose change is a change of the configuration
 */
record Schedulers(Path configuration, DataSource database, FakeLake lake, HandClock clock, RecordedNotices notices) {

    static Schedulers in(Path folder, HandClock clock) {
        try {
            Files.createDirectories(folder.resolve("reference"));
            Path configuration = Files.writeString(folder.resolve("abasto.yml"), """
                    abasto:
                      lake: lake
                      work: work
                      reference: reference
                      sources:
                        - name: units
                          uri: extracts/{date}
                    """);
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            new Attempts(database, "lake").prepare();
            return new Schedulers(configuration, database, new FakeLake(), clock, new RecordedNotices());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A scheduler that begins to watch now. */
    Rounds start(Plan plan) {
        return new Rounds(
                plan,
                lake,
                new Attempts(database, "lake"),
                new Basis(configuration, ConfigurationFile.read(configuration)),
                notices,
                new Chores(plan, Map.of(), database, "lake", notices, clock),
                clock);
    }
}
