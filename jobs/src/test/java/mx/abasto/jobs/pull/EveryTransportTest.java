package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.oracle.RandomDelivery;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One delivery, fetched from real servers of every kind: the same bytes are published as from this machine's own
 * folders. A server that fails on one night costs that night its extracts, and the next night takes them.
 */
@Timeout(180)
class EveryTransportTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = FIRST.plusDays(2);

    /** How a server is reached. */
    enum Transport {
        SFTP {
            @Override
            ServerFixture start(Path root) throws IOException {
                return new SftpServerFixture(root);
            }
        },
        FTP {
            @Override
            ServerFixture start(Path root) throws IOException {
                return new FtpServerFixture(root);
            }
        },
        HTTP {
            @Override
            ServerFixture start(Path root) throws IOException {
                return new HttpServerFixture(root);
            }
        },
        HDFS {
            @Override
            ServerFixture start(Path root) throws IOException {
                return new HdfsFixture(root);
            }
        };

        abstract ServerFixture start(Path root) throws IOException;
    }

    /** What goes wrong on the second night. */
    enum Failing {
        DIES_HALFWAY {
            @Override
            void begin(ServerFixture server) throws IOException {
                server.cutHalfway(Faults.ALWAYS);
            }
        },
        HANGS {
            @Override
            void begin(ServerFixture server) throws IOException {
                server.hang();
            }
        },
        REFUSES {
            @Override
            void begin(ServerFixture server) {
                server.faults().refuse();
            }
        };

        abstract void begin(ServerFixture server) throws IOException;
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path network;

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void generate() {
        Generator.generate(GeneratorOptions.of(4, 8, 3, 5), network);
    }

    private static void serve(ServerFixture server) throws IOException {
        serve(server, network);
    }

    private static void serve(ServerFixture server, Path served) throws IOException {
        try (Stream<Path> files = Files.walk(served.resolve("extracts"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                server.put(served.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private TestLake lake(String name, String source) throws IOException {
        return lake(name, source, network);
    }

    private TestLake lake(String name, String source, Path served) throws IOException {
        TestLake lake = TestLake.empty(served, folder.resolve(name), 2);
        Files.writeString(lake.configuration(), """
                abasto:
                  lake: lake
                  work: work
                  reference: "%s"
                  memory: 512MB
                  lookback-days: 2
                  pull:
                    silence-limit: 700ms
                    attempts: 2
                    retry-wait: 10ms
                  sources:
                    - name: units
                """.formatted(served.resolve("reference")) + source.indent(6));
        return lake;
    }

    private TestLake lakeOf(ServerFixture server) throws IOException {
        return lakeOf(server, network);
    }

    private TestLake lakeOf(ServerFixture server, Path served) throws IOException {
        String address = server.uri("extracts").toString() + "/{date}";
        if (server instanceof HdfsFixture) {
            return lake("served", "uri: \"%s\"".formatted(address), served);
        }
        String hostKey = server instanceof SftpServerFixture sftp
                ? "host-key: \"%s\"\n".formatted(SftpServerFixture.text(sftp.hostKey()))
                : "";
        String login = "user: %s%npassword: \"%s\"%n".formatted(ServerFixture.USER, ServerFixture.PASSWORD);
        return lake("served", "uri: \"%s\"%n".formatted(address) + login + hostKey, served);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPublishedIsTheSameHoweverItCame(Transport transport) throws IOException {
        TestLake ofFiles = lake("files", "uri: \"%s/{date}\"".formatted(network.resolve("extracts")));
        try (ServerFixture server = transport.start(folder.resolve("server"))) {
            serve(server);
            TestLake served = lakeOf(server);
            for (TestLake lake : List.of(ofFiles, served)) {
                lake.run("catch-up", "--from", FIRST.toString(), "--until", THIRD.toString())
                        .requireDone();
            }

            assertThat(served.published()).hasSizeGreaterThan(45).isEqualTo(ofFiles.published());
        }
    }

    /** The web server lists its files from the last name to the first; a folder in no order that one could rely on. */
    @Test
    void correctionsAndRedeliveriesOfANightCountInTheContractsOrderInWhateverOrderTheyAreListed()
            throws IOException, SQLException {
        Path spoiled = folder.resolve("spoiled");
        RandomDelivery.of(11, 60)
                .withOnly(
                        "corrected-quantity",
                        "corrected-back",
                        "corrected-lot",
                        "cancelled",
                        "redelivered-same-night",
                        "redelivered-as-new-bytes",
                        "split",
                        "duplicate",
                        "key-conflict",
                        "late")
                .spoil(network, spoiled);
        TestLake ofFiles = lake("files", "uri: \"%s/{date}\"".formatted(spoiled.resolve("extracts")), spoiled);
        try (ServerFixture server = new HttpServerFixture(folder.resolve("server"))) {
            serve(server, spoiled);
            TestLake served = lakeOf(server, spoiled);
            for (TestLake lake : List.of(ofFiles, served)) {
                lake.run("catch-up", "--from", FIRST.toString(), "--until", THIRD.toString())
                        .requireDone();
            }

            assertThat(served.published()).hasSizeGreaterThan(45).isEqualTo(ofFiles.published());
            try (LakeQuery query = new LakeQuery(served.lake())) {
                assertThat(query.number("select count(*) from movements where reversal"))
                        .isPositive();
                assertThat(query.number("select count(*) from files where status = 'REDELIVERED'"))
                        .isPositive();
            }
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(Transport.values()).flatMap(transport -> Stream.of(Failing.values())
                // HDFS as it is started here asks for no password.
                .filter(failing -> transport != Transport.HDFS || failing != Failing.REFUSES)
                .map(failing -> Arguments.of(transport, failing)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aServerThatFailsCostsItsExtractsAndTheNextNightTakesThem(Transport transport, Failing failing)
            throws IOException, SQLException {
        try (ServerFixture server = transport.start(folder.resolve("server"))) {
            serve(server);
            TestLake lake = lakeOf(server);
            lake.run("nightly", "--date", FIRST.toString()).requireDone();
            failing.begin(server);
            RunCommand.Result failed =
                    lake.run("nightly", "--date", SECOND.toString()).requireDone();
            server.heal();
            server.faults().heal();
            lake.run("nightly", "--date", THIRD.toString()).requireDone();

            assertThat(failed.out() + failed.err()).doesNotContain(ServerFixture.PASSWORD);
            try (LakeQuery query = new LakeQuery(lake.lake())) {
                String ofNight = " where run = '%s'";
                assertThat(query.number("select count(*) from files" + ofNight.formatted(SECOND)))
                        .isZero();
                assertThat(query.number("select count(*) from extracts" + ofNight.formatted(SECOND)
                                + " and status <> 'MISSING'"))
                        .isZero();
                assertThat(query.number("select count(*) from discrepancies" + ofNight.formatted(SECOND)
                                + " and rule = 'EXT-01' and status = 'NEW'"))
                        .isEqualTo(query.number("select count(*) from extracts" + ofNight.formatted(SECOND)))
                        .isPositive();
                assertThat(query.number("select count(*) from files" + ofNight.formatted(THIRD)
                                + " and delivered_for = date '%s' and status in ('LATE', 'EMPTY')".formatted(SECOND)))
                        .isEqualTo(query.number("select count(*) from files" + ofNight.formatted(THIRD)
                                + " and delivered_for = date '%s'".formatted(SECOND)))
                        .isPositive();
            }
        }
    }
}
