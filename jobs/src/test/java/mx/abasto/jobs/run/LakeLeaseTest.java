package mx.abasto.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.lake.Publisher;
import mx.abasto.common.lake.WorkFolder;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.AbastoException.Category;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs that want one lake, on one database. */
class LakeLeaseTest {
    private static final String LAKE = "file:///srv/abasto/lake";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final List<LakeLease> taken = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void release() {
        taken.forEach(LakeLease::close);
    }

    /** As another process would: over connections of its own. */
    private LakeLease acquire() {
        LakeLease lease = LakeLease.acquire(database(), LAKE);
        taken.add(lease);
        return lease;
    }

    private DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    private void change(String assignment, Object value) throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update abasto_lake_lease set " + assignment + " = ?")) {
            update.setObject(1, value);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private String stored(String column) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + column + " from abasto_lake_lease")) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Instant longAgo() {
        return Instant.parse("2025-01-01T00:00:00Z");
    }

    @Test
    void aLakeThatALiveProcessHoldsIsRefusedNamingTheProcess() {
        acquire().requireHeld();

        AbastoException refusal = catchThrowableOfType(AbastoException.class, this::acquire);

        assertThat(refusal.category()).isEqualTo(Category.HELD);
        assertThat(refusal)
                .hasMessageStartingWith(
                        "The lake " + LAKE + " is held by another run (" + LeaseHolder.me() + ", since ")
                .hasMessageEndingWith("Wait until it has ended and run the same command again.");
    }

    @Test
    void aLeaseOfThisProcessThatCouldNotBeReleasedIsTakenOverByIt() throws SQLException {
        LakeLease lost = LakeLease.acquire(database(), LAKE);
        change("since", longAgo());
        execute("alter table abasto_lake_lease rename to away");
        assertThatThrownBy(lost::close).hasMessageStartingWith("The lake's lock was not released: ");
        execute("alter table away rename to abasto_lake_lease");

        acquire().requireHeld();

        assertThat(stored("token")).isEqualTo("2");
    }

    @Test
    void anotherLakeIsFree() {
        acquire();
        try (LakeLease other = LakeLease.acquire(database(), LAKE + "-2")) {
            other.requireHeld();
        }
    }

    @Test
    void aLakeThatWasReleasedIsFree() throws SQLException {
        acquire().close();

        acquire().requireHeld();

        assertThat(stored("token")).isEqualTo("2");
    }

    @Test
    void aHolderWhoseProcessIsDeadIsTakenOver() throws Exception {
        LakeLease dead = acquire();
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        change("holder", new LeaseHolder(process.pid(), LeaseHolder.me().host()).toString());

        LakeLease heir = acquire();

        heir.requireHeld();
        assertThatThrownBy(dead::requireHeld).hasMessageContaining("another has taken over the lake");
        assertThat(stored("token")).isEqualTo("2");
    }

    @Test
    void aHolderOnAnotherMachineIsBelievedUntilItsLeaseEnds() throws SQLException {
        acquire();
        change("holder", "pid 1 on elsewhere.example");
        assertThatThrownBy(this::acquire).hasMessageContaining("pid 1 on elsewhere.example");

        change("believed_until", longAgo());

        acquire().requireHeld();
    }

    @Test
    void aLeaseIsRenewedEachTimeItIsAsked() throws SQLException {
        LakeLease lease = acquire();
        change("believed_until", longAgo());

        lease.requireHeld();

        assertThatThrownBy(this::acquire).hasMessageContaining("is held by another run");
    }

    @Test
    void aHolderThatWasPausedPastItsLeaseCannotPublish() throws Exception {
        LakeLease paused = acquire();
        change("believed_until", longAgo());
        LakeLease heir = acquire();
        Path lake = Files.createDirectories(folder.resolve("lake"));
        Publisher late = new Publisher(HadoopPlace.at(URI.create(lake.toUri().toString())), paused);

        AbastoException refusal = catchThrowableOfType(
                AbastoException.class,
                () -> late.publish(
                        new WorkFolder(folder.resolve("work")),
                        List.of(),
                        List.of(),
                        "nightly/business_date=2025-01-06",
                        RunJsons::ofOutputs));

        assertThat(refusal.category()).isEqualTo(Category.FAILED);
        assertThat(refusal)
                .hasMessage("This run was paused for so long that another has taken over the lake " + LAKE
                        + ". Nothing was published; run the same command again.");
        assertThat(lake.resolve("nightly")).doesNotExist();
        heir.requireHeld();
    }

    @Test
    void aHolderThatWasTakenOverDoesNotReleaseItsHeir() throws SQLException {
        LakeLease paused = acquire();
        change("believed_until", longAgo());
        LakeLease heir = acquire();

        paused.close();

        heir.requireHeld();
        assertThatThrownBy(this::acquire).hasMessageContaining("is held by another run");
    }

    @RepeatedTest(20)
    void ofManyThatComeAtOnceOneGetsTheLakeAndTheOthersAreToldThatItIsHeld() throws Exception {
        int comers = 12;
        CyclicBarrier start = new CyclicBarrier(comers);
        ExecutorService threads = Executors.newFixedThreadPool(comers);
        try {
            Callable<String> comer = () -> {
                start.await();
                try {
                    LakeLease.acquire(database(), LAKE);
                    return "taken";
                } catch (AbastoException refusal) {
                    return refusal.category() == Category.HELD ? "held" : refusal.toString();
                }
            };
            List<Future<String>> arrived = threads.invokeAll(
                    IntStream.range(0, comers).mapToObj(each -> comer).toList());
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : arrived) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).containsOnlyOnce("taken");
            assertThat(outcomes).containsOnly("taken", "held");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerLeavesItUncertainAndNothingIsPublished() throws SQLException {
        LakeLease lease = LakeLease.acquire(database(), LAKE);
        execute("drop table abasto_lake_lease");

        assertThatThrownBy(lease::requireHeld)
                .hasMessageContaining("it is not certain that this run still holds the lake")
                .hasMessageContaining("Nothing was published");
    }
}
