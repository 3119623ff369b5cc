package mx.abasto.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import mx.abasto.common.files.Folders;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.LakeVerifier;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.Verification;
import mx.abasto.common.lake.Verification.Difference;
import mx.abasto.common.model.AbastoException;
import mx.abasto.jobs.cli.RunCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lake that was changed after it was published: verify says what is different, and what was built on it. */
class TamperedLakeTest {
    private static final String NINTH = "nightly/business_date=2025-01-09";
    private static final String TENTH = "nightly/business_date=2025-01-10";
    private static final String NEWEST = "nightly/business_date=2025-01-19";
    private static final String WEEK = "weekly/week=2025-W02/revision=1";
    private static final String LAST_WEEK = "weekly/week=2025-W03/revision=1";
    private static final String LOTS = "lots/part-0.parquet";

    private VerifiedLake lake = new VerifiedLake(SharedLakes.faulty());

    @BeforeEach
    void copy() {
        lake = VerifiedLake.copyOf(SharedLakes.faulty(), SharedLakes.fresh("tampered"));
    }

    private static String text(Verification found) {
        return found.first().map(Difference::text).orElse("");
    }

    private static Map<String, String> recordOf(VerifiedLake lake) {
        return lake.verify().heads();
    }

    @Test
    void aLakeAsItWasPublishedIsCounted() {
        Verification found = lake.verify();

        assertThat(found.differences()).isEmpty();
        assertThat(found.nights()).isEqualTo(14);
        assertThat(found.weeks()).isEqualTo(2);
        assertThat(found.files()).isEqualTo(lake.files().size());
        assertThat(found.bytes())
                .isEqualTo(lake.files().stream()
                        .mapToLong(file -> file.toFile().length())
                        .sum());
        assertThat(found.heads()).containsOnlyKeys(NEWEST, LAST_WEEK);
    }

    @Test
    void aLakeOnAnotherMachineIsReadThroughCopiesThatGo() throws IOException {
        Path scratch = lake.lake().home().resolve("scratch");
        LakeVerifier verifier =
                new LakeVerifier(new Elsewhere(HadoopPlace.at(lake.lake().lake().toUri())), scratch);

        assertThat(verifier.verify(Map.of(), (folder, number, folders) -> {})).isEqualTo(lake.verify());
        assertThat(scratch).isEmptyDirectory();

        Files.delete(lake.at(NINTH).resolve(LOTS));
        assertThat(text(verifier.verify(Map.of(), (folder, number, folders) -> {})))
                .isEqualTo(NINTH + "/" + LOTS + " is gone");
    }

    /** A copy that lies in the cache from before is checked like any other file. */
    @Test
    void aCopyOfAFileThatIsElsewhereIsChecked() throws IOException {
        Path cache = lake.lake().home().resolve("cache");
        Lake elsewhere =
                new Lake(new Elsewhere(HadoopPlace.at(lake.lake().lake().toUri())), cache).checked();
        Lake.Published night = elsewhere.night(LocalDate.of(2025, 1, 9)).orElseThrow();
        Path copy = elsewhere.files(night, NightlyDatasets.LOTS).get(0);
        Files.writeString(copy, "other");

        assertThatThrownBy(() -> elsewhere.files(night, NightlyDatasets.LOTS))
                .isInstanceOf(AbastoException.class)
                .hasMessageContaining(NINTH + "/" + LOTS + " is not the file that was published: it has 5 bytes");
    }

    @Test
    void aFileThatIsCutIsFoundWithAllThatWasBuiltOnIt() throws IOException {
        Path file = lake.at(NINTH).resolve(LOTS);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));

        Verification found = lake.verify();

        assertThat(found.differences()).hasSize(1);
        assertThat(text(found))
                .startsWith(NINTH + "/" + LOTS + " has ")
                .endsWith(" bytes, but its run.json says %,d".formatted(bytes.length));
        assertThat(found.dependents())
                .containsExactly(
                        "2025-01-10",
                        "2025-01-11",
                        "2025-01-12",
                        "2025-01-13",
                        "2025-01-14",
                        "2025-01-15",
                        "2025-01-16",
                        "2025-01-17",
                        "2025-01-18",
                        "2025-01-19",
                        "2025-W02 revision 1",
                        "2025-W03 revision 1");
    }

    @Test
    void whatAWeekIsMadeOfIsNotWhatLaterWeeksAreMadeOf() throws IOException {
        Files.writeString(lake.at(LAST_WEEK).resolve("inventory.html"), "another page");

        Verification found = lake.verify();

        assertThat(text(found)).startsWith(LAST_WEEK + "/inventory.html has 12 bytes");
        assertThat(found.dependents()).isEmpty();
    }

    @Test
    void aChangedWeekIsSaidWithTheWeekThatReadIt() throws IOException {
        Files.delete(lake.at(WEEK).resolve("inventory.xlsx"));

        Verification found = lake.verify();

        assertThat(text(found)).isEqualTo(WEEK + "/inventory.xlsx is gone");
        assertThat(found.dependents()).containsExactly("2025-W03 revision 1");
    }

    @Test
    void filesThatWereSwappedAreFoundBoth() throws IOException {
        Path one = lake.at(NINTH).resolve(LOTS);
        Path other = lake.at(TENTH).resolve(LOTS);
        Path aside = lake.at("aside");
        Files.move(one, aside);
        Files.move(other, one);
        Files.move(aside, other);

        assertThat(lake.verify().differences()).extracting(Difference::folder).containsExactly(NINTH, TENTH);
    }

    @Test
    void nightsThatWereSwappedAreFoundBoth() throws IOException {
        Files.move(lake.at(NINTH), lake.at("aside"));
        Files.move(lake.at(TENTH), lake.at(NINTH));
        Files.move(lake.at("aside"), lake.at(TENTH));

        assertThat(lake.verify().differences())
                .extracting(Difference::text)
                .containsExactly(NINTH + "/run.json is of another run", TENTH + "/run.json is of another run");
    }

    @Test
    void anEditedRunJsonDoesNotMatchItsSeal() throws IOException {
        Path runJson = lake.at(NINTH).resolve("run.json");
        Files.writeString(runJson, Files.readString(runJson).replaceFirst("\"accepted\" : \\d+", "\"accepted\" : 7"));

        assertThat(lake.verify().differences())
                .extracting(Difference::text)
                .containsExactly(NINTH + "/run.json does not match its own seal");
    }

    @Test
    void aRunJsonWhoseClockWasEditedDoesNotMatchItsSeal() throws IOException {
        Path runJson = lake.at(NEWEST).resolve("run.json");
        Files.writeString(runJson, Files.readString(runJson).replaceFirst("(\"started_at\" : \")\\d{4}", "$11999"));

        assertThat(text(lake.verify())).isEqualTo(NEWEST + "/run.json does not match its own seal");
    }

    @Test
    void anEditedRunJsonWithANewSealIsNotTheOneThatTheNextNightNames() throws IOException {
        lake.rewrite(NINTH, run -> VerifiedLake.withOutputs(run, run.outputs().subList(0, 3)));

        Verification found = lake.verify();

        assertThat(found.differences())
                .extracting(Difference::text)
                .contains(NINTH + "/run.json is not the one that 2025-01-10 was built on: it was replaced")
                .anyMatch(text -> text.startsWith(NINTH + "/lots") && text.endsWith(" is not listed in its run.json"));
        assertThat(found.differences()).extracting(Difference::folder).containsOnly(NINTH);
    }

    @Test
    void aRemovedNightIsMissed() throws IOException {
        Folders.delete(lake.at(NINTH));

        Verification found = lake.verify();

        assertThat(found.differences())
                .extracting(Difference::text)
                .containsExactly(NINTH + " is missing: 2025-01-10 was built on it");
        assertThat(found.dependents()).startsWith("2025-01-10").endsWith("2025-W02 revision 1", "2025-W03 revision 1");
    }

    @Test
    void aRemovedOpeningNightIsMissed() throws IOException {
        Folders.delete(lake.at("nightly/business_date=2025-01-06"));

        assertThat(text(lake.verify()))
                .isEqualTo("nightly/business_date=2025-01-06 is missing: 2025-01-07 was built on it");
    }

    @Test
    void aRemovedWeekIsMissedByTheNext() throws IOException {
        Folders.delete(lake.at("weekly/week=2025-W02"));

        assertThat(text(lake.verify())).isEqualTo(WEEK + " is missing: 2025-W03 revision 1 was built on it");
    }

    @Test
    void aNightWithoutItsRunJsonIsFound() throws IOException {
        Files.delete(lake.at(NINTH).resolve("run.json"));

        assertThat(text(lake.verify())).isEqualTo(NINTH + " has no run.json");
    }

    @Test
    void aFileThatNobodyListsIsFound() throws IOException {
        Files.copy(lake.at(NINTH).resolve(LOTS), lake.at(NINTH).resolve("lots/part-1.parquet"));
        Files.createDirectories(lake.at(TENTH).resolve("notes"));

        assertThat(lake.verify().differences())
                .extracting(Difference::text)
                .containsExactly(
                        NINTH + "/lots/part-1.parquet is not listed in its run.json",
                        TENTH + "/notes is not listed in its run.json");
    }

    @Test
    void aNightThatWasReplacedHashesAndAllIsNotTheOneThatTheNextNightNames() throws IOException {
        replaceLots(NINTH);

        Verification found = lake.verify();

        assertThat(found.differences())
                .extracting(Difference::text)
                .containsExactly(NINTH + "/run.json is not the one that 2025-01-10 was built on: it was replaced");
    }

    /** Another file of the same columns, and a run.json that says so. */
    private void replaceLots(String folder) throws IOException {
        byte[] other =
                Files.readAllBytes(lake.at("nightly/business_date=2025-01-06").resolve(LOTS));
        long rows = PublishedRun.of(lake.at("nightly/business_date=2025-01-06")).outputs().stream()
                .filter(output -> output.dataset().equals("lots"))
                .findFirst()
                .orElseThrow()
                .rows();
        lake.replace(folder, LOTS, other, rows);
    }

    @Test
    void aNewestNightThatWasReplacedIsFoundByAWeekOrTheRecord() throws IOException {
        Map<String, String> record = recordOf(lake);
        replaceLots(NEWEST);

        assertThat(text(lake.verify()))
                .isEqualTo(NEWEST + "/run.json is not the one that 2025-W03 revision 1 was built on: it was replaced");

        Folders.delete(lake.at("weekly/week=2025-W03"));
        assertThat(lake.verify().differences())
                .as("what only a record can show")
                .isEmpty();
        assertThat(text(lake.verify(Map.of(NEWEST, record.get(NEWEST)))))
                .isEqualTo(NEWEST + "/run.json is not the one that the job repository says was published");
    }

    @Test
    void aNewestRunThatWasRemovedIsFoundByTheRecord() throws IOException {
        Map<String, String> record = recordOf(lake);
        Folders.delete(lake.at("weekly/week=2025-W03"));

        assertThat(lake.verify().differences()).isEmpty();
        assertThat(text(lake.verify(record)))
                .isEqualTo(LAST_WEEK + " is missing: the job repository says that it was published");
    }

    @Test
    void rowsThatAreFewerThanSaidAreFound() throws IOException {
        lake.replace(NEWEST, LOTS, Files.readAllBytes(lake.at(NEWEST).resolve(LOTS)), 1);

        assertThat(lake.verify().differences())
                .extracting(Difference::text)
                .anyMatch(text -> text.startsWith(NEWEST + "/" + LOTS + " has ")
                        && text.endsWith(" rows, but its run.json says 1"));
    }

    @Test
    void columnsThatAreNotTheDatasetsAreFound() throws IOException {
        lake.replace(NEWEST, LOTS, Files.readAllBytes(lake.at(NEWEST).resolve("orders/part-0.parquet")), 1);

        assertThat(lake.verify().differences())
                .extracting(Difference::text)
                .contains(NEWEST + "/" + LOTS + " does not have the columns that lots is declared with");
    }

    @Test
    void aNoteOfPruningBesideANightThatIsNeededHidesNothing() throws IOException {
        Files.writeString(lake.at(NINTH).resolve("pruned.json"), "{}");
        Folders.delete(lake.at(NINTH).resolve("lots"));

        assertThat(text(lake.verify())).isEqualTo(NINTH + "/pruned.json stands beside a run that prune never takes");
    }

    @Test
    void theCommandEndsWithSixAndSaysWhatToDo() throws IOException {
        Files.delete(lake.at(NINTH).resolve(LOTS));
        Files.delete(lake.at(TENTH).resolve(LOTS));

        RunCommand.Result ran = lake.lake().run("verify");

        assertThat(ran.exit()).isEqualTo(6);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .containsExactly(
                        "Read 14 nights, 2 weeks, %,d files, %,d bytes."
                                .formatted(lake.files().size(), lake.verify().bytes()),
                        "The first difference: " + NINTH + "/" + LOTS + " is gone.",
                        "Built on it: " + String.join(", ", lake.verify().dependents()) + ".",
                        "1 more:",
                        "  " + TENTH + "/" + LOTS + " is gone",
                        "Restore what differs from a backup and run verify again; until then, no night is built on it.");
    }

    @Test
    void theCommandSaysWhatHoldsTheNewestRuns() {
        RunCommand.Result ran = lake.lake().run("verify").requireDone();

        assertThat(ran.out())
                .startsWith("Read 14 nights, 2 weeks, ")
                .contains(NEWEST + ", the newest, is held by nothing")
                .contains(lake.verify().heads().get(NEWEST));
        assertThat(new VerifiedLake(SharedLakes.faulty())
                        .lake()
                        .run("verify")
                        .requireDone()
                        .out())
                .contains(NEWEST + ", the newest, is the one that the job repository recorded");
    }

    @Test
    void aNightIsNotBuiltOnOneThatWasReplaced() throws IOException {
        Folders.delete(lake.at("weekly/week=2025-W03"));
        Folders.delete(lake.at(NEWEST));
        replaceLots(TENTH);

        RunCommand.Result ran = lake.lake().run("nightly", "--date", "2025-01-19");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains(TENTH + "/run.json is not the one that the night 2025-01-11 was built on", "abasto verify");
        assertThat(lake.at(NEWEST)).doesNotExist();
    }

    @Test
    void aNightIsNotBuiltOnANewestThatIsNotTheOneThatWasPublished() throws IOException {
        Folders.delete(lake.at("weekly/week=2025-W03"));
        Folders.delete(lake.at(NEWEST));
        lake.lake().run("nightly", "--date", "2025-01-19").requireDone();
        replaceLots(NEWEST);

        RunCommand.Result ran = lake.lake().run("nightly", "--date", "2025-01-20");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains(NEWEST + "/run.json is not the one that was published", "abasto verify");
        assertThat(lake.lake().run("verify").exit()).isEqualTo(6);
    }

    @Test
    void aWeekIsNotMadeOfANightWhoseFilesDiffer() throws IOException {
        Path file = lake.at(NINTH).resolve("movements/part-0.parquet");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 99));

        RunCommand.Result ran = lake.lake().run("weekly", "--week", "2025-W03");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains(NINTH + "/movements/part-0.parquet is not the file that was published: it has 99 bytes");
        assertThat(lake.at("weekly/week=2025-W03/revision=2")).doesNotExist();
    }
}
