package mx.abasto.common.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.AbastoException.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    private static final String NIGHT = "nightly/business_date=2025-01-06";
    private static final String TWO_ROWS =
            "select * from (values ('a', cast(1 as bigint)), ('b', 2)) as t (clave, pieces)";

    @TempDir
    Path folder = Path.of("");

    private Path lake() {
        return folder.resolve("lake");
    }

    private Path work() {
        return folder.resolve("work");
    }

    private void publish(WorkFolder work, LakeHold hold) {
        new Publisher(HadoopPlace.at(lake().toUri()), hold)
                .publish(work, List.of(TestRun.SHELVES), List.of(), NIGHT, TestRun::manifest);
    }

    private AbastoException refused(WorkFolder work, LakeHold hold) {
        AbastoException refusal = catchThrowableOfType(AbastoException.class, () -> publish(work, hold));
        assertThat(refusal.category()).isEqualTo(Category.FAILED);
        return refusal;
    }

    @Test
    void aRunIsPublishedWithAManifestThatNamesEveryFile() throws IOException {
        publish(TestRun.work(work(), TWO_ROWS), TestHold.SOLE);

        RunJson manifest = RunJson.parse(Files.readString(lake().resolve(NIGHT).resolve("run.json")));
        Path file = lake().resolve(NIGHT).resolve("shelves/part-0.parquet");
        Hashes.Content content = Hashes.of(file);
        assertThat(manifest.outputs())
                .containsExactly(new RunJson.Item("shelves/part-0.parquet", content.bytes(), content.sha256(), 2));
        assertThat(manifest).isEqualTo(TestRun.manifest(manifest.outputs()));
    }

    @Test
    void aFolderThatExistsIsRefusedAndStaysAsItIs() throws IOException {
        publish(TestRun.work(work(), TWO_ROWS), TestHold.SOLE);
        String before = Files.readString(lake().resolve(NIGHT).resolve("run.json"));
        WorkFolder other = TestRun.work(work(), "select 'c' as clave, cast(3 as bigint) as pieces");

        assertThat(refused(other, TestHold.SOLE))
                .hasMessage(NIGHT + " was published by someone else meanwhile. A published run never changes: nothing"
                        + " to do.");

        assertThat(lake().resolve(NIGHT).resolve("run.json")).hasContent(before);
    }

    @Test
    void anEmptyFolderOfItsNameIsRefusedToo() throws IOException {
        Files.createDirectories(lake().resolve(NIGHT));

        refused(TestRun.work(work(), TWO_ROWS), TestHold.SOLE);

        assertThat(lake().resolve(NIGHT)).isEmptyDirectory();
    }

    @Test
    void theFenceIsAskedLastAndWhenItThrowsNothingIsPublished() throws IOException {
        WorkFolder work = TestRun.work(work(), TWO_ROWS);

        LakeHold hold = new TestHold(7, () -> {
            assertThat(lake().resolve("_staging/nightly_business_date=2025-01-06~7/run.json"))
                    .isNotEmptyFile();
            throw new IllegalStateException("taken over");
        });

        assertThatThrownBy(() -> publish(work, hold)).hasMessage("taken over");

        assertThat(lake().resolve("nightly")).doesNotExist();
    }

    @Test
    void aFileWhoseColumnsAreNotThoseDeclaredIsNotPublished() throws IOException {
        for (String select : List.of(
                "select 'a' as clave, 1 as pieces",
                "select cast(1 as bigint) as pieces, 'a' as clave",
                "select 'a' as clave",
                "select 'a' as clave, cast(1 as bigint) as pieces, 1 as more",
                "select 'a' as clave, cast(1 as bigint) as boxes",
                "select 'a' as clave, cast(1 as decimal(18, 0)) as pieces")) {
            assertThat(refused(TestRun.work(work(), select), TestHold.SOLE))
                    .as(select)
                    .hasMessageContaining("does not have the columns that shelves is declared with");
            assertThat(lake().resolve("nightly")).doesNotExist();
        }
    }

    @Test
    void aFileThatIsCutShortIsNotPublished() throws IOException {
        WorkFolder work = TestRun.work(work(), TWO_ROWS);
        Path file = work.files(TestRun.SHELVES).get(0);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));

        assertThat(refused(work, TestHold.SOLE)).hasMessageContaining("is not a whole Parquet file");

        assertThat(lake().resolve("nightly")).doesNotExist();
    }

    @Test
    void aDatasetThatNoStepWroteIsNotPublished() throws IOException {
        Files.createDirectories(work());

        assertThat(refused(new WorkFolder(work()), TestHold.SOLE))
                .hasMessageContaining("has written the dataset shelves");

        assertThat(lake().resolve("nightly")).doesNotExist();
    }

    @Test
    void whatEarlierHoldersLeftAsideIsGone() throws IOException {
        for (String left : List.of(
                "nightly_business_date=2025-01-06/shelves/part-9.parquet",
                "nightly_business_date=2025-01-05~6/run.json",
                "nightly_business_date=2025-01-06~7/shelves/part-9.parquet")) {
            Path file = lake().resolve("_staging").resolve(left);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "PAR1");
        }

        publish(TestRun.work(work(), TWO_ROWS), TestHold.of(7));

        assertThat(lake().resolve(NIGHT).resolve("shelves")).isDirectoryNotContaining("glob:**part-9.parquet");
        assertThat(lake().resolve("_staging")).isEmptyDirectory();
    }

    @Test
    void aHolderThatWasTakenOverLeavesAloneWhatItsHeirHasAside() throws IOException {
        Path heirs = Files.createDirectories(lake().resolve("_staging/nightly_business_date=2025-01-06~8"));

        assertThatThrownBy(() -> publish(TestRun.work(work(), TWO_ROWS), TestHold.lost(7)))
                .hasMessage("taken over");

        assertThat(heirs).exists();
    }
}
