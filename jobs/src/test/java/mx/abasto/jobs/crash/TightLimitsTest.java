package mx.abasto.jobs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A night of some hundred sites with less memory than it would like, and with less room to spill. {@code
 * -Dabasto.tight-sites=1000} makes it one that takes 1 GB where it may, and gives it a quarter of that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "abasto.tight-sites", matches = "\\d+", disabledReason = "it is of the campaign")
class TightLimitsTest {
    private static final int SITES = Integer.getInteger("abasto.tight-sites", 300);
    private static final boolean IS_LARGE = SITES >= 1000;
    private static final int CLAVES = IS_LARGE ? 700 : 300;
    private static final String PLENTY = "2GB";
    private static final String TIGHT = IS_LARGE ? "256MB" : "128MB";
    private static final int SMALL_MEGABYTES = 4;

    private final Path home = SharedLakes.fresh("tight");
    private final Path network = home.resolve("network");

    private SortedMap<String, String> undisturbed = new TreeMap<>();

    @BeforeAll
    void runWithPlenty() throws IOException {
        Generator.generate(GeneratorOptions.of(SITES, CLAVES, 1, 7).withFaults(0.02), network);
        TestLake lake = lake("plenty", "memory: " + PLENTY);
        night(lake).requireDone();
        undisturbed = lake.published();
    }

    private TestLake lake(String name, String limits) throws IOException {
        TestLake lake = TestLake.empty(network, home.resolve(name), 2);
        configure(lake, "memory: 512MB", limits);
        return lake;
    }

    private static void configure(TestLake lake, String what, String instead) throws IOException {
        Files.writeString(
                lake.configuration(), Files.readString(lake.configuration()).replace(what, instead));
    }

    private static RunCommand.Result night(TestLake lake) {
        return lake.run("nightly", "--date", SharedLakes.FIRST.toString());
    }

    @Test
    void withLittleMemoryItSpillsAndEndsWithTheSameBytesAndWithNoRoomForThatItSaysWhatToChange() throws Exception {
        TestLake lake = lake("tight", "memory: %s\n  spill: 1MB".formatted(TIGHT));

        RunCommand.Result failed = night(lake);

        assertThat(failed.exit()).isEqualTo(4);
        assertThat(failed.err())
                .matches(
                        ("The SQL of \\w+ needs more room to spill: \\S+ \\w+ of the \\S+ \\w+ that it may use in %s are"
                                        + " full, and another \\S+ \\w+ are needed at least\\. Make room on that disk, or raise"
                                        + " abasto\\.spill \\(now 1MB\\) or abasto\\.memory \\(now %s\\), and run the same command"
                                        + " again\\.\n")
                                .formatted(lake.work().resolve("spill"), TIGHT));
        assertThat(lake.published()).isEmpty();

        configure(lake, "spill: 1MB", "spill: 2GB");
        night(lake).requireDone();

        assertThat(lake.published()).isEqualTo(undisturbed);
        assertThat(instances(lake)).as("it was resumed, not begun anew").isOne();
    }

    @Test
    void onASpillDiskThatIsTooSmallItFailsAndResumes() throws Exception {
        TestLake lake = lake("small-disk", "memory: " + TIGHT);
        SmallDisk disk = new SmallDisk(lake.work().resolve("spill"));
        assumeTrue(disk.mount(SMALL_MEGABYTES), "this machine does not allow to mount a disk");
        try {
            RunCommand.Result failed = night(lake);

            assertThat(failed.exit()).isEqualTo(4);
            assertThat(failed.err())
                    .startsWith("The SQL of ")
                    .containsAnyOf("needs more room to spill: ", "found a disk full: ")
                    .contains("Make room");
        } finally {
            disk.unmount();
        }
        // The engine of this process keeps to what was free when it started: another takes over, as a new process
        // would.
        configure(lake, "memory: " + TIGHT, "memory: %s\n  spill: 2GB".formatted(TIGHT));
        night(lake).requireDone();

        assertThat(lake.published()).isEqualTo(undisturbed);
    }

    private static int instances(TestLake lake) throws SQLException {
        String url = "jdbc:h2:file:" + lake.work().resolve("repository/abasto") + ";ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from BATCH_JOB_INSTANCE")) {
            row.next();
            return row.getInt(1);
        }
    }
}
