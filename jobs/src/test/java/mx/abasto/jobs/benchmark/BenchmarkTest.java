package mx.abasto.jobs.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark measures all that it should; what it finds is nobody's business here. */
class BenchmarkTest {
    /** Two hospitals. */
    private static final String SMALLEST_STATE = "31";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    @EnabledIfSystemProperty(named = "abasto.crashes", matches = "\\d+", disabledReason = "it is of the campaign")
    void theSmallestRunFillsItsTableAndItsFile() throws Exception {
        List<String> product = List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "mx.abasto.jobs.cli.Abasto");
        BenchmarkOptions smallest = new BenchmarkOptions(
                1,
                true,
                SMALLEST_STATE,
                2,
                folder,
                Path.of("..", "data-samples").toAbsolutePath(),
                product);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Path kept = Benchmark.measure(smallest, new PrintStream(printed, true, StandardCharsets.UTF_8));

        Results results = Results.read(kept);
        assertThat(results.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "--help",
                        "sample, first nightly",
                        "16 sites, running process",
                        "small, opening night",
                        "small, night 2",
                        "small, night 3",
                        "small, night 4",
                        "small, week",
                        "small, opening, small files",
                        "one state, night 2",
                        "2 like it, night 2");
        assertThat(results.figures()).allMatch(figure -> figure.seconds() > 0);
        assertThat(results.figures())
                .filteredOn(figure ->
                        figure.name().contains("night") && !figure.name().startsWith("sample"))
                .allMatch(figure -> figure.rows() > 1_000 && figure.ratio() > 0);
        Sample opening = results.figures().get(3).samples().get(0);
        assertThat(opening.peakMib()).isGreaterThan(50);
        assertThat(opening.stepMib()).containsKeys("land", "accept", "post", "balance");
        assertThat(results.on()).containsKeys("commit", "cores", "memory", "options");
        String text = printed.toString(StandardCharsets.UTF_8);
        results.figures().forEach(figure -> assertThat(text).contains("\n" + figure.name()));
        assertThat(text.lines()).allMatch(line -> line.length() <= 100 || line.contains(folder.toString()));
        assertThat(Files.list(folder)).containsExactly(kept);
    }

    @Test
    void twoResultsAreComparedFigureByFigure() {
        Results first = new Results(Map.of("commit", "aaa"), List.of(figure("night", 4, 2), figure("gone", 1, 1)));
        Results second = new Results(Map.of("commit", "bbb"), List.of(figure("night", 3, 2)));

        assertThat(ResultsTable.compared(first, second).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "seconds, median first second by ratio ratio",
                        "commit aaa bbb",
                        "night 4.00 3.00 0.75 2.00 1.50");
    }

    private static Figure figure(String name, double seconds, double floor) {
        return new Figure(name, 10, List.of(Sample.of(seconds)), List.of(floor));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Figure.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Figure.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
        assertThat(Figure.median(List.of())).isNaN();
    }

    @Test
    void anOptionThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> BenchmarkOptions.parsed(List.of("--runs")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--runs cannot be understood.\nOptions: --quick");
    }
}
