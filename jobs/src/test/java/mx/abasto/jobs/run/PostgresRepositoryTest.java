package mx.abasto.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.AbastoException.Category;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The job repository in PostgreSQL, by configuration alone. */
class PostgresRepositoryTest {
    private static final String FIRST = "2025-01-06";
    private static final String SECOND = "2025-01-07";
    private static final int COMERS = 12;

    private final String address = TestPostgres.database();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private DataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(address);
        database.setUser(TestPostgres.USER);
        return database;
    }

    private String stored(String query) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private TestLake lake() throws IOException {
        Generator.generate(GeneratorOptions.of(4, 12, 2, 7), folder.resolve("network"));
        TestLake lake = TestLake.empty(folder.resolve("network"), folder.resolve("home"), 2);
        Files.writeString(lake.configuration(), """
                  repository:
                    url: "%s"
                    user: %s
                """.formatted(address, TestPostgres.USER), StandardOpenOption.APPEND);
        return lake;
    }

    @Test
    void nightsArePublishedAndOneWhoFindsTheLakeHeldIsToldSo() throws Exception {
        TestLake lake = lake();

        lake.run("nightly", "--date", FIRST).requireDone();

        try (LakeLease other = LakeLease.acquire(database(), stored("select lake from abasto_lake_lease"))) {
            RunCommand.Result refused = lake.run("nightly", "--date", SECOND);
            assertThat(refused.exit()).isEqualTo(5);
            assertThat(refused.err()).contains("is held by another run (" + LeaseHolder.me() + ", since ");
            other.requireHeld();
        }
        lake.run("nightly", "--date", SECOND).requireDone();

        assertThat(lake.night(lake.last()).resolve("run.json")).exists();
        assertThat(stored("select token from abasto_lake_lease")).isEqualTo("3");
        assertThat(stored("select count(*) from batch_job_execution where status = 'COMPLETED'"))
                .isEqualTo("2");
        assertThat(lake.work().resolve("repository")).doesNotExist();
    }

    @RepeatedTest(20)
    void ofManyThatComeAtOnceOneGetsTheLakeAndTheOthersAreToldThatItIsHeld() throws Exception {
        CyclicBarrier start = new CyclicBarrier(COMERS);
        ExecutorService threads = Executors.newFixedThreadPool(COMERS);
        List<LakeLease> taken = new ArrayList<>();
        try {
            Callable<String> comer = () -> {
                start.await();
                try {
                    LakeLease lease = LakeLease.acquire(database(), "file:///srv/abasto/lake");
                    synchronized (taken) {
                        taken.add(lease);
                    }
                    return "taken";
                } catch (AbastoException refusal) {
                    return refusal.category() == Category.HELD ? "held" : refusal.toString();
                }
            };
            List<Future<String>> arrived = threads.invokeAll(
                    IntStream.range(0, COMERS).mapToObj(each -> comer).toList());
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : arrived) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).containsOnlyOnce("taken");
            assertThat(outcomes).containsOnly("taken", "held");
        } finally {
            threads.shutdownNow();
            taken.forEach(LakeLease::close);
        }
    }
}
