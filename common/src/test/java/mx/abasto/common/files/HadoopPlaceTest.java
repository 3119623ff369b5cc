package mx.abasto.common.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import mx.abasto.common.files.Place.Entry;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.AbastoException.Category;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopPlaceTest {
    @TempDir
    Path folder = Path.of("");

    private Place place = HadoopPlace.at(URI.create("file:///"));

    @BeforeEach
    void open() {
        place = HadoopPlace.at(folder.toUri());
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream to = place.create(name)) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String read(String name) throws IOException {
        try (InputStream from = place.open(name)) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsCreatedIsReadBackAndLeavesNothingBesideIt() throws IOException {
        write("nightly/a/run.json", "{}");

        assertThat(read("nightly/a/run.json")).isEqualTo("{}");
        assertThat(folder.resolve("nightly/a")).isDirectoryContaining("glob:**/run.json");
        assertThat(Folders.list(folder.resolve("nightly/a"))).hasSize(1);
    }

    @Test
    void aListingIsSortedAndSaysWhatIsAFolder() throws IOException {
        write("b.csv", "12345");
        write("a/c.csv", "1");
        write("ñ=1.csv", "");

        assertThat(place.list(""))
                .extracting(Entry::name, Entry::bytes, Entry::isFolder)
                .containsExactly(tuple("a", 0L, true), tuple("b.csv", 5L, false), tuple("ñ=1.csv", 0L, false));
    }

    @Test
    void aListingSaysWhenAFileWasLastWritten() throws IOException {
        write("b.csv", "12345");
        Instant writtenAt = Instant.parse("2025-01-20T03:04:05.678Z");
        Files.setLastModifiedTime(folder.resolve("b.csv"), FileTime.from(writtenAt));

        assertThat(place.list("")).extracting(Entry::modifiedAt).containsExactly(writtenAt);
    }

    @Test
    void whereThereIsNoFolderThereIsNothingToList() throws IOException {
        assertThat(place.list("nowhere/at/all")).isEmpty();
        assertThat(place.exists("nowhere")).isFalse();
    }

    @Test
    void aFolderIsRenamedWithAllThatItHolds() throws IOException {
        write("_staging/x/files/part-0.parquet", "PAR1");

        place.renameToFree("_staging/x", "nightly/business_date=2025-01-06");

        assertThat(read("nightly/business_date=2025-01-06/files/part-0.parquet"))
                .isEqualTo("PAR1");
        assertThat(place.exists("_staging/x")).isFalse();
    }

    @Test
    void aNameThatIsTakenIsRefusedAndBothStayAsTheyWere() throws IOException {
        write("_staging/x/run.json", "new");
        write("nightly/d/run.json", "old");

        assertThatThrownBy(() -> place.renameToFree("_staging/x", "nightly/d"))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(read("nightly/d/run.json")).isEqualTo("old");
        assertThat(read("_staging/x/run.json")).isEqualTo("new");
    }

    @Test
    void aNameThatAnEmptyFolderHasIsTakenToo() throws IOException {
        write("_staging/x/run.json", "new");
        Files.createDirectories(folder.resolve("nightly/d"));

        assertThatThrownBy(() -> place.renameToFree("_staging/x", "nightly/d"))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void deletingTakesAllThatAFolderHoldsAndNothingIsNoError() throws IOException {
        write("_staging/x/files/part-0.parquet", "PAR1");

        place.delete("_staging");
        place.delete("_staging");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPlaceOnThisMachineSaysWhereAFileLies() {
        assertThat(place.local("a b/ñ.csv")).contains(folder.resolve("a b/ñ.csv"));
        assertThat(place.address()).startsWith("file:" + folder);
    }

    @Test
    void anAddressThatNoFileSystemKnowsIsRefused() {
        assertThatThrownBy(() -> HadoopPlace.at(URI.create("gopher://hole/lake")))
                .isInstanceOfSatisfying(AbastoException.class, refusal -> assertThat(refusal.category())
                        .isEqualTo(Category.UNUSABLE))
                .hasMessageContaining("Cannot open gopher://hole/lake")
                .hasMessageContaining("Correct the address in abasto.yml");
    }
}
