package mx.abasto.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.Verification;
import mx.abasto.jobs.cli.RunCommand;
import org.junit.jupiter.api.Test;

/**
 * One bit of one file of a lake is another: verify finds it, and no night uses it. {@code -Dabasto.flips=N} tries N of
 * them, 30 if it is not said.
 */
class FlippedBitsTest {
    private static final int FLIPS = Integer.getInteger("abasto.flips", 30);
    private static final LocalDate NIGHT = LocalDate.of(2025, 1, 19);
    private static final String FOLDER = "nightly/business_date=" + NIGHT;
    private static final long SEED = Long.getLong("abasto.seed", 7);

    private final TestLake undisturbed = SharedLakes.faulty();

    /** A bit of a file, to be changed and changed back. */
    private record Bit(Path file, int at, int bit) {
        /** Of any file: a small one is as likely as a large one. */
        static Bit any(Random random, List<Path> files) throws IOException {
            Path file = files.get(random.nextInt(files.size()));
            return new Bit(file, random.nextInt((int) Files.size(file)), random.nextInt(8));
        }

        void flip() throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            bytes[at] ^= (byte) (1 << bit);
            Files.write(file, bytes);
        }
    }

    @Test
    void everyOneIsFoundByVerify() throws IOException {
        VerifiedLake lake = VerifiedLake.copyOf(undisturbed, SharedLakes.fresh("flipped-bits"));
        assertThat(lake.verify().differences()).isEmpty();
        List<Path> files = lake.files();
        Random random = new Random(SEED);
        for (int flip = 0; flip < FLIPS; flip++) {
            Bit bit = Bit.any(random, files);
            bit.flip();

            Verification found = lake.verify();

            assertThat(found.first()).as("%s of seed %d", bit, SEED).isPresent();
            assertThat(found.first().orElseThrow().text()).startsWith(lake.name(bit.file()));
            bit.flip();
        }
        assertThat(lake.verify().differences()).isEmpty();
    }

    /** The night reads some of the files: it refuses those that are flipped. The rest it does not read. */
    @Test
    void noneIsUsedByANight() throws IOException {
        VerifiedLake before = VerifiedLake.copyOf(undisturbed, SharedLakes.fresh("before-the-night"));
        deleteFrom(before, FOLDER, "weekly/week=2025-W03");
        List<Path> files = before.files();
        SortedMap<String, String> expected = new TreeMap<>(undisturbed.published());
        expected.keySet().removeIf(name -> !name.startsWith(FOLDER));
        Random random = new Random(SEED);
        int refusals = 0;
        for (int flip = 0; flip < Math.max(4, FLIPS / 5); flip++) {
            Bit bit = Bit.any(random, files);
            bit.flip();

            RunCommand.Result ran = before.lake().run("nightly", "--date", NIGHT.toString());

            bit.flip();
            SortedMap<String, String> published = new TreeMap<>(before.lake().published());
            published.keySet().removeIf(name -> !name.startsWith(FOLDER));
            if (ran.exit() == 0) {
                assertThat(published).as("%s of seed %d", bit, SEED).isEqualTo(expected);
            } else {
                refusals++;
                assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
                assertThat(ran.err()).contains(before.name(bit.file()), "abasto verify");
                assertThat(published).isEmpty();
            }
            deleteFrom(before, FOLDER);
            Folders.delete(before.lake().work());
        }
        assertThat(refusals).as("flips of files that the night reads").isPositive();
    }

    private static void deleteFrom(VerifiedLake lake, String... folders) throws IOException {
        for (String folder : folders) {
            Folders.delete(lake.at(folder));
        }
    }
}
