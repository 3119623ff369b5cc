package mx.abasto.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.Verification;
import mx.abasto.jobs.cli.RunCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrunedLakeTest {
    private static final LocalDate FIRST = SharedLakes.FIRST;
    private static final LocalDate LAST = FIRST.plusDays(110);
    private static final LocalDate NEXT = LAST.plusDays(1);
    private static final LocalDate NEWEST_OLD = LAST.minusDays(98);
    private static final List<LocalDate> OLD = FIRST.datesUntil(NEWEST_OLD.plusDays(1))
            .filter(night -> night.getDayOfWeek() != DayOfWeek.SUNDAY)
            .toList();

    private final TestLake unpruned = SharedLakes.sixteenWeeks();
    private TestLake lake = unpruned;

    @BeforeEach
    void copy() throws IOException {
        lake = TestLake.empty(unpruned.network(), SharedLakes.fresh("pruned"), 2);
        Copies.copy(unpruned.lake(), lake.lake());
        Copies.copy(unpruned.work(), lake.work());
    }

    private void keep(int nights) throws IOException {
        Files.writeString(
                lake.configuration(), Files.readString(lake.configuration()) + "  keep-nights: " + nights + "\n");
    }

    private Verification verify() {
        return new VerifiedLake(lake).verify();
    }

    private static SortedMap<String, String> ofNight(TestLake lake, LocalDate night) {
        SortedMap<String, String> published = new TreeMap<>(lake.published());
        published.keySet().removeIf(name -> !name.startsWith("nightly/business_date=" + night));
        return published;
    }

    private static SortedMap<String, String> ofWeek(TestLake lake, String week) {
        SortedMap<String, String> published = new TreeMap<>(lake.published());
        published.keySet().removeIf(name -> !name.startsWith("weekly/week=" + week));
        return published;
    }

    @Test
    void aDryRunSaysWhatWouldGoAndRemovesNothing() throws IOException {
        keep(98);
        Path left = Files.createDirectories(lake.work().resolve("nightly/" + LAST));
        SortedMap<String, String> before = lake.published();

        String said = lake.run("prune", "--dry-run").requireDone().out();

        assertThat(said.lines())
                .containsExactly(
                        "Would remove the work folder " + left,
                        "Would remove the datasets of 12 nights from 2025-01-06 to 2025-01-18, 252 files, %,d bytes; their"
                                        .formatted(bytesOf(OLD))
                                + " run.json stay.");
        assertThat(lake.published()).isEqualTo(before);
        assertThat(left).exists();
    }

    private long bytesOf(List<LocalDate> nights) {
        return nights.stream()
                .flatMap(night -> PublishedRun.of(lake.night(night)).outputs().stream())
                .mapToLong(PublishedRun.Output::bytes)
                .sum();
    }

    @Test
    void oldNightsGoAndTheirRunJsonStay() throws IOException {
        keep(98);
        SortedMap<String, String> expected = lake.published();
        expected.keySet()
                .removeIf(name -> OLD.stream().anyMatch(night -> name.startsWith("nightly/business_date=" + night))
                        && !name.endsWith("run.json"));

        assertThat(lake.run("prune").requireDone().out())
                .startsWith("Removed the datasets of 12 nights from 2025-01-06 to 2025-01-18");

        SortedMap<String, String> left = lake.published();
        assertThat(left.keySet().stream().filter(name -> name.endsWith("pruned.json")))
                .hasSize(12);
        left.keySet().removeIf(name -> name.endsWith("pruned.json"));
        assertThat(left).isEqualTo(expected);
        Verification found = verify();
        assertThat(found.differences()).isEmpty();
        assertThat(found.nights()).isEqualTo(111);
        assertThat(found.prunedNights()).isEqualTo(12);
        assertThat(lake.run("verify").requireDone().out()).startsWith("Read 111 nights (12 pruned), 15 weeks, ");
        assertThat(lake.run("prune").requireDone().out()).isEqualTo("There is nothing to remove.\n");
    }

    /** A Sunday, on which the signals look back farthest, and the week that it completes. */
    @Test
    void theNextNightAndItsWeekAreThoseOfALakeThatWasNotPruned() throws IOException {
        keep(98);
        lake.run("prune").requireDone();
        TestLake whole = TestLake.empty(unpruned.network(), SharedLakes.fresh("not-pruned"), 2);
        Copies.copy(unpruned.lake(), whole.lake());

        lake.run("catch-up", "--until", NEXT.toString()).requireDone();
        whole.run("catch-up", "--until", NEXT.toString()).requireDone();

        assertThat(ofNight(lake, NEXT)).isNotEmpty().isEqualTo(ofNight(whole, NEXT));
        assertThat(ofWeek(lake, "2025-W17")).isNotEmpty().isEqualTo(ofWeek(whole, "2025-W17"));
        assertThat(verify().differences()).isEmpty();
    }

    @Test
    void whatLaterNightsNeedIsNotPruned() throws IOException {
        keep(97);

        RunCommand.Result ran = lake.run("prune");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualTo(
                        "abasto.keep-nights is 97, but nights and weeks to come look back as far as 98 nights. Make it 98"
                                + " or more in abasto.yml; nothing was pruned.\n");
        assertThat(lake.published()).isEqualTo(unpruned.published());
    }

    @Test
    void whatAWeekThatIsNotMadeNeedsIsNotPruned() throws IOException {
        keep(98);
        Folders.delete(lake.lake().resolve("weekly/week=2025-W10"));

        RunCommand.Result ran = lake.run("prune");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains(
                        "2025-W10 is not made yet, and needs nights that would be pruned. Make it first: abasto weekly"
                                + " --week 2025-W10.");
    }

    @Test
    void whatIsBrokenIsNotPruned() throws IOException {
        keep(98);
        new VerifiedLake(lake)
                .rewrite("nightly/business_date=2025-02-05", run -> VerifiedLake.withOutputs(run, List.of()));

        RunCommand.Result ran = lake.run("prune");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("business_date=2025-02-05/run.json is not the one that the night 2025-02-06");
        assertThat(lake.night(FIRST).resolve("lots")).exists();
    }

    @Test
    void aPruneThatWasKilledIsEndedByTheNext() throws IOException {
        keep(98);
        lake.run("prune").requireDone();
        Path lots = lake.night(FIRST).resolve("lots");
        Copies.copy(unpruned.night(FIRST).resolve("lots"), lots);
        assertThat(verify().differences())
                .as("a file that is still there, as it was")
                .isEmpty();

        assertThat(lake.run("prune").requireDone().out()).startsWith("Removed the datasets of 1 night, 2025-01-06, ");

        assertThat(lots).doesNotExist();
    }

    @Test
    void withoutKeepNightsEveryNightStays() throws IOException {
        Path left = Files.createDirectories(lake.work().resolve("weekly/2025-W09-1"));
        Path unfinished = Files.createDirectories(lake.work().resolve("weekly/2025-W09-2"));

        assertThat(lake.run("prune").requireDone().out().lines())
                .containsExactly(
                        "Removed the work folder " + left,
                        "abasto.keep-nights is not set, so every night keeps its datasets.");

        assertThat(left).doesNotExist();
        assertThat(unfinished).as("what a command may still resume").exists();
        assertThat(lake.published()).isEqualTo(unpruned.published());
    }

    @Test
    void whatIsGoneIsSaidToBeGone() throws IOException {
        keep(98);
        lake.run("prune").requireDone();

        RunCommand.Result shown = lake.run("show", "discrepancies", "--date", "2025-01-07");
        assertThat(shown.exit()).isEqualTo(3);
        assertThat(shown.err()).contains("nightly/business_date=2025-01-07 was pruned: its run.json is kept");
        assertThat(lake.run("weekly", "--week", "2025-W02").err())
                .isEqualTo("2025-W02 cannot be made again: its nights were pruned. Its published revisions stay.\n");
        assertThat(lake.run("show", "nights", "--limit", "200").requireDone().out())
                .contains("2025-01-06");
        assertThat(lake.run("sql", "select min(business_date) from movements", "--format", "csv")
                        .requireDone()
                        .out())
                .isEqualTo("min(business_date)\n2025-01-12\n");
    }

    @Test
    void aNightThatLooksBackToAPrunedOneIsRefused() throws IOException {
        keep(98);
        lake.run("prune").requireDone();
        Files.writeString(
                lake.configuration(), Files.readString(lake.configuration()) + "  correction-window-nights: 120\n");

        RunCommand.Result ran = lake.run("nightly", "--date", NEXT.toString());

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("was pruned", "abasto.correction-window-nights");
        assertThat(lake.night(NEXT)).doesNotExist();
    }

    @Test
    void aNoteThatSaysOtherwiseIsADifference() throws IOException {
        keep(98);
        lake.run("prune").requireDone();
        Path note = lake.night(FIRST).resolve("pruned.json");
        Files.writeString(note, Files.readString(note).replace("\"files\" : 21", "\"files\" : 20"));

        assertThat(verify().first().orElseThrow().text())
                .isEqualTo("nightly/business_date=2025-01-06/pruned.json does not say what its run.json says");
    }
}
