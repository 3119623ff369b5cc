package mx.abasto.common.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.ColumnType;
import mx.abasto.common.sql.Dataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    private static final Dataset SHELVES =
            Dataset.named("shelves").with(ColumnType.STRING, "clave").sortedBy("clave");

    private static final LakeHold HOLD = TestHold.of(7);

    @TempDir
    Path root = Path.of("");

    private WorkFolder work = new WorkFolder(Path.of(""));

    @BeforeEach
    void open() {
        work = new WorkFolder(root.resolve("2025-01-06"));
    }

    private static Path write(Path step, String name) throws IOException {
        return Files.writeString(
                Files.createDirectories(step.resolve("shelves")).resolve(name), "PAR1");
    }

    @Test
    void aStepIsDoneOnceItsFolderHasItsName() throws IOException {
        Path aside = work.begin("accept", HOLD);
        write(aside, "part-0.parquet");
        assertThat(work.isDone("accept")).isFalse();

        work.finish("accept", HOLD);

        assertThat(work.isDone("accept")).isTrue();
        assertThat(aside).doesNotExist();
        assertThat(work.files(SHELVES)).containsExactly(work.of("accept").resolve("shelves/part-0.parquet"));
    }

    @Test
    void aStepThatBeginsAgainFindsNothingOfItsFirstAttempt() throws IOException {
        write(work.begin("accept", HOLD), "part-0.parquet");

        assertThat(work.begin("accept", HOLD)).isEmptyDirectory();
    }

    @Test
    void whatAStepHasNotFinishedIsNotRead() throws IOException {
        write(work.begin("accept", HOLD), "part-0.parquet");

        assertThatThrownBy(() -> work.files(SHELVES))
                .isInstanceOf(AbastoException.class)
                .hasMessageContaining("No finished step of " + work.root() + " has written the dataset shelves")
                .hasMessageContaining("Delete the folder and run the same command again");
    }

    @Test
    void onlyParquetIsADatasetsFileAndTheFilesAreSorted() throws IOException {
        Path aside = work.begin("accept", HOLD);
        write(aside, "part-1.parquet");
        write(aside, "part-0.parquet");
        write(aside, "notes.tsv");
        work.finish("accept", HOLD);

        assertThat(work.files(SHELVES))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("part-0.parquet", "part-1.parquet");
    }

    @Test
    void deletingLeavesNothingAndMayBeRepeated() throws IOException {
        write(work.begin("accept", HOLD), "part-0.parquet");
        assertThat(work.exists()).isTrue();

        work.delete(HOLD);
        work.delete(HOLD);

        assertThat(work.exists()).isFalse();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aHolderThatWasTakenOverWritesBesideItsHeirAndCannotFinish() throws IOException {
        LakeHold late = TestHold.lost(7);
        LakeHold heir = TestHold.of(8);
        Path heirs = work.begin("accept", heir);

        write(work.begin("accept", late), "part-0.parquet");
        assertThatThrownBy(() -> work.finish("accept", late)).hasMessage("taken over");
        assertThatThrownBy(() -> work.delete(late)).hasMessage("taken over");

        assertThat(heirs).isEmptyDirectory();
        assertThat(work.isDone("accept")).isFalse();
        work.finish("accept", heir);
        assertThat(work.of("accept")).isEmptyDirectory();
    }

    @Test
    void whatAnEarlierHolderLeftAsideIsGoneWhenTheNextBegins() throws IOException {
        Path left = work.begin("accept", HOLD);

        work.begin("post", TestHold.of(10));

        assertThat(left).doesNotExist();
    }
}
