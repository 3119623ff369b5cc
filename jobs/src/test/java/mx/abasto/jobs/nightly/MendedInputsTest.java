package mx.abasto.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night that failed, and what it reads was mended before it is resumed. The night fails where it lands, by a row of the
 * catalogue, or where it accepts, by a file that lies where the step's folder should be.
 */
class MendedInputsTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 1, 6);
    private static final Instant LONG_AGO = Instant.parse("2025-01-06T08:00:00Z");
    private static final String BAD_ROW = "010.000.1,X,MEDICINE,,,,\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestLake lake;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream errBefore = System.err;

    @BeforeEach
    void generate() throws IOException {
        Path network = folder.resolve("network");
        Generator.generate(GeneratorOptions.of(4, 6, 1, 5), network);
        lake = TestLake.empty(network, folder.resolve("home"), 1);
        try (Stream<Path> files = Files.list(extracts())) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void hearNoMore() {
        System.setErr(errBefore);
    }

    /** What the night's output says of changes, without the time before it. */
    private List<String> changesSaid() {
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("has changed since"))
                .map(line -> line.replaceFirst("^.*WARN +", ""))
                .toList();
    }

    private Path extracts() {
        return lake.network().resolve("extracts").resolve(NIGHT.toString());
    }

    private Path reference(String file) {
        return lake.network().resolve("reference").resolve(file);
    }

    private Path stepFolder(String step) {
        return lake.work().resolve("nightly").resolve(NIGHT.toString()).resolve(step);
    }

    private Path stockFile() throws IOException {
        try (Stream<Path> files = Files.list(extracts())) {
            return files.filter(file -> file.getFileName().toString().startsWith("stock_"))
                    .min(Path::compareTo)
                    .orElseThrow();
        }
    }

    private RunCommand.Result nightly() {
        return lake.run("nightly", "--date", NIGHT.toString());
    }

    private void failWhereItLands() throws IOException {
        byte[] good = Files.readAllBytes(reference("catalogue.csv"));
        Files.writeString(reference("catalogue.csv"), BAD_ROW, StandardOpenOption.APPEND);
        assertThat(nightly().exit()).isEqualTo(3);
        Files.write(reference("catalogue.csv"), good);
    }

    private void failWhereItAccepts() throws IOException {
        failWhereItLands();
        Files.createFile(stepFolder("accept"));
        assertThat(nightly().exit()).isEqualTo(4);
        assertThat(stepFolder("land")).isDirectory();
        Files.delete(stepFolder("accept"));
    }

    /** The bytes of the resumed night are those of one that read what there is now from the start. */
    private void resumesAsIfItHadBeenSoFromTheStart(String... changes) throws IOException {
        said.reset();
        nightly().requireDone();
        assertThat(changesSaid()).containsExactly(changes);
        TestLake fresh = TestLake.empty(lake.network(), folder.resolve("fresh"), 1);
        Files.writeString(
                fresh.configuration(),
                Files.readString(lake.configuration())
                        .replace(lake.home().toString(), fresh.home().toString()));
        fresh.run("nightly", "--date", NIGHT.toString()).requireDone();
        assertThat(lake.published()).isEqualTo(fresh.published());
        assertThat(lake.run("verify").exit()).isZero();
    }

    private static String ofSource(String file, String what) {
        return "%s: the source network has changed since it was read: %s/%s %s; it is read again"
                .formatted(NIGHT, NIGHT, file, what);
    }

    private static String ofReference(String file, String what) {
        return "%s: the reference data has changed since it was read: reference/%s %s; it is read again"
                .formatted(NIGHT, file, what);
    }

    @Test
    void aFileOfOtherSizeIsReadAgain() throws IOException {
        failWhereItAccepts();
        Path stock = stockFile();
        Files.writeString(stock, firstLineTwice(stock));

        resumesAsIfItHadBeenSoFromTheStart(ofSource(stock.getFileName().toString(), "has other bytes"));
    }

    private static String firstLineTwice(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return String.join("\n", lines) + "\n" + lines.get(1).replaceFirst("\\.\\d\\d,", ".99,") + "\n";
    }

    @Test
    void aYoungFileOfTheSameSizeAndTimeIsReadAgain() throws IOException {
        Path stock = stockFile();
        FileTime justNow = FileTime.from(Instant.now().minusSeconds(60));
        Files.setLastModifiedTime(stock, justNow);
        failWhereItLands();
        String text = Files.readString(stock);
        int digit = text.stripTrailing().length() - 1;
        Files.writeString(
                stock, text.substring(0, digit) + (text.charAt(digit) == '1' ? "2" : "1") + text.substring(digit + 1));
        Files.setLastModifiedTime(stock, justNow);

        resumesAsIfItHadBeenSoFromTheStart(ofSource(stock.getFileName().toString(), "has other bytes"));
    }

    @Test
    void aFileThatCameSinceAndOneThatIsGoneAreSeen() throws IOException {
        failWhereItAccepts();
        Path stock = stockFile();
        String renamed = "stock_REGION_20250106.csv";
        Files.move(stock, extracts().resolve(renamed));

        resumesAsIfItHadBeenSoFromTheStart(
                ofSource(renamed, "is new"), ofSource(stock.getFileName().toString(), "is gone"));
    }

    @Test
    void referenceDataThatWereMendedAreReadAgainAndNothingIsPulled() throws IOException {
        failWhereItAccepts();
        Path pulled = stepFolder("pull-network");
        SortedMap<String, FileTime> before = times(pulled);
        Files.writeString(
                reference("catalogue.csv"),
                Files.readString(reference("catalogue.csv")).replace("MEDICINE", "NUTRITION"));
        Files.writeString(reference("aliases.csv"), "alias,clues\nOLD,OCIMB000012\n");
        Files.deleteIfExists(reference("recalls.csv"));
        Files.createFile(stepFolder("accept"));

        assertThat(nightly().exit()).isEqualTo(4);

        assertThat(times(pulled)).isEqualTo(before);
        assertThat(changesSaid())
                .containsExactly(
                        ofReference("aliases.csv", "has other bytes"),
                        ofReference("catalogue.csv", "has other bytes"),
                        ofReference("recalls.csv", "is gone"));
        Files.delete(stepFolder("accept"));
        resumesAsIfItHadBeenSoFromTheStart();
    }

    @Test
    void whatIsTheSameIsNotPulledAgain() throws IOException {
        failWhereItAccepts();
        SortedMap<String, FileTime> before = times(stepFolder("pull-network"));
        Files.setLastModifiedTime(stockFile(), FileTime.from(LONG_AGO.plusSeconds(5)));
        Files.createFile(stepFolder("accept"));

        assertThat(nightly().exit()).isEqualTo(4);

        assertThat(times(stepFolder("pull-network"))).isEqualTo(before);
        Files.delete(stepFolder("accept"));
        resumesAsIfItHadBeenSoFromTheStart();
    }

    private static SortedMap<String, FileTime> times(Path folder) throws IOException {
        SortedMap<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> times.put(file.toString(), timeOf(file)));
        }
        return times;
    }

    private static FileTime timeOf(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aDatabaseIsAskedAgain() throws IOException, SQLException {
        String url = "jdbc:h2:mem:mended;DB_CLOSE_DELAY=-1";
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.execute("create table counts (clues varchar, counted_on date, clave varchar, quantity bigint)");
            statement.execute("insert into counts values ('OCIMB000012', date '2025-01-06', '010.000.0101.00', 5)");
            Files.writeString(lake.configuration(), """
                    abasto:
                      lake: "%s"
                      work: "%s"
                      reference: "%s"
                      sources:
                        - name: network
                          uri: "%s"
                          queries:
                            stock: "select * from counts where counted_on = :night"
                    """.formatted(lake.lake(), lake.work(), reference(""), url));
            failWhereItLands();
            statement.execute("update counts set quantity = 7");

            resumesAsIfItHadBeenSoFromTheStart(ofSource("stock_network_20250106.csv", "has other bytes"));
        }
    }
}
