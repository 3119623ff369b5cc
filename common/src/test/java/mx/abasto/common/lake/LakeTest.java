package mx.abasto.common.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final IsoWeek WEEK = IsoWeek.of(MONDAY);
    private static final String ROW = "select 'a' as clave, cast(1 as bigint) as pieces";

    @TempDir
    Path folder = Path.of("");

    private Lake lake = new Lake(HadoopPlace.at(folder.toUri()), folder);

    @BeforeEach
    void open() {
        lake = reopened();
    }

    private Lake reopened() {
        return new Lake(HadoopPlace.at(folder.resolve("lake").toUri()), folder.resolve("cache"));
    }

    private Path in(String name) {
        return folder.resolve("lake").resolve(name);
    }

    private void publish(String name) throws IOException {
        publish(name, Instant.EPOCH);
    }

    private void publish(String name, Instant at) throws IOException {
        new Publisher(lake.place(), TestHold.SOLE)
                .publish(
                        TestRun.work(folder.resolve("work"), ROW),
                        List.of(TestRun.SHELVES),
                        List.of(),
                        name,
                        outputs -> TestRun.manifest(outputs, null, at));
    }

    @Test
    void aLakeThatIsNotThereYetIsEmpty() {
        assertThat(lake.nights()).isEmpty();
        assertThat(lake.weeks()).isEmpty();
        assertThat(lake.night(MONDAY)).isEmpty();
        assertThat(lake.revisions(WEEK)).isZero();
    }

    @Test
    void aNightIsKnownOnceItIsPublished() throws IOException {
        publish(Lake.nightFolder(MONDAY.plusDays(1)));
        publish(Lake.nightFolder(MONDAY));

        assertThat(lake.nights()).containsExactly(MONDAY, MONDAY.plusDays(1));
        Lake.Published night = lake.night(MONDAY).orElseThrow();
        assertThat(night.folder()).isEqualTo("nightly/business_date=2025-01-06");
        assertThat(lake.files(night, TestRun.SHELVES))
                .containsExactly(in("nightly/business_date=2025-01-06/shelves/part-0.parquet"));
    }

    @Test
    void aWeekHasItsRevisions() throws IOException {
        publish(Lake.weekFolder(WEEK, 1));
        publish(Lake.weekFolder(WEEK, 2));

        assertThat(lake.weeks()).containsExactly(WEEK);
        assertThat(lake.revisions(WEEK)).isEqualTo(2);
        assertThat(lake.week(WEEK, 2)).isPresent();
        assertThat(lake.week(WEEK, 3)).isEmpty();
    }

    @Test
    void aFolderWithoutARunJsonIsNotTrusted() throws IOException {
        Files.createDirectories(in("nightly/business_date=2025-01-06/shelves"));
        Files.createDirectories(in("weekly/week=2025-W02/revision=1"));

        assertThat(lake.nights()).isEmpty();
        assertThat(lake.night(MONDAY)).isEmpty();
        assertThat(lake.weeks()).isEmpty();
    }

    @Test
    void whatIsNotAFolderOfARunIsPassedOver() throws IOException {
        publish(Lake.nightFolder(MONDAY));
        Files.createDirectories(in("nightly/lost+found"));
        Files.writeString(in("nightly/business_date=notes.txt"), "");
        Files.createDirectories(in("_staging/nightly_business_date=2025-01-07"));

        assertThat(lake.nights()).containsExactly(MONDAY);
    }

    @Test
    void onlyTheFilesThatTheRunJsonListsAreRead() throws IOException {
        publish(Lake.nightFolder(MONDAY));
        Path more = in("nightly/business_date=2025-01-06/shelves/part-1.parquet");
        Files.writeString(more, "PAR1");

        assertThat(lake.files(lake.night(MONDAY).orElseThrow(), TestRun.SHELVES))
                .isNotEmpty()
                .doesNotContain(more);
    }

    @Test
    void aWindowHasTheNightsFromItsFirstToItsLast() throws IOException {
        for (int day = 0; day < 4; day++) {
            publish(Lake.nightFolder(MONDAY.plusDays(day)));
        }

        assertThat(lake.windowByNight(TestRun.SHELVES, MONDAY.plusDays(1), MONDAY.plusDays(2)))
                .containsOnlyKeys(MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(lake.window(TestRun.SHELVES, MONDAY.minusDays(9), MONDAY.plusDays(9)))
                .hasSize(4);
    }

    @Test
    void theHashOfARunDoesNotDependOnWhenItRan() throws IOException {
        publish(Lake.nightFolder(MONDAY), Instant.EPOCH);
        publish(Lake.nightFolder(MONDAY.plusDays(1)), Instant.parse("2025-01-07T03:00:00Z"));

        assertThat(lake.night(MONDAY).orElseThrow().sha256())
                .isEqualTo(lake.night(MONDAY.plusDays(1)).orElseThrow().sha256());
    }

    @Test
    void theHashOfARunDependsOnAllElse() throws IOException {
        publish(Lake.nightFolder(MONDAY));
        String before = lake.night(MONDAY).orElseThrow().sha256();
        Path runJson = in("nightly/business_date=2025-01-06/run.json");
        Files.writeString(
                runJson,
                RunJson.parse(Files.readString(runJson).replace("development", "0.2.0"))
                        .toJson());

        assertThat(reopened().night(MONDAY).orElseThrow().sha256()).isNotEqualTo(before);
    }

    @Test
    void aRunJsonThatWasEditedIsNamed() throws IOException {
        publish(Lake.nightFolder(MONDAY));
        Path runJson = in("nightly/business_date=2025-01-06/run.json");
        Files.writeString(runJson, Files.readString(runJson).replace("development", "0.2.0"));

        assertThatThrownBy(() -> reopened().night(MONDAY))
                .isInstanceOf(AbastoException.class)
                .hasMessageContaining("nightly/business_date=2025-01-06/run.json does not match its own seal")
                .hasMessageContaining("abasto verify");
    }

    @Test
    void aRunJsonThatCannotBeReadIsNamed() throws IOException {
        publish(Lake.nightFolder(MONDAY));
        Files.writeString(in("nightly/business_date=2025-01-06/run.json"), "{ \"run_id\"");

        assertThatThrownBy(() -> reopened().night(MONDAY))
                .isInstanceOf(AbastoException.class)
                .hasMessageContaining("nightly/business_date=2025-01-06/run.json is not a run.json")
                .hasMessageContaining("restore it from a backup");
    }
}
