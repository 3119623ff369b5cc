package mx.abasto.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import mx.abasto.common.files.Hashes;

/** A reader that looks at a lake over and over while something is done to it. */
public final class LakeWatch implements AutoCloseable {
    private static final long BETWEEN_LOOKS_NANOS = 500_000;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<List<String>> seen;

    private LakeWatch(Path lake) {
        this.seen = thread.submit(() -> watch(lake, isOver));
        thread.shutdown();
    }

    /** Begins to look at a lake. */
    public static LakeWatch of(Path lake) {
        return new LakeWatch(lake);
    }

    /**
     * Ends to look. The folders of runs in the order in which they were first seen.
     *
     * @throws AssertionError saying what the reader saw that was not whole
     */
    public List<String> seen() {
        isOver.set(true);
        try {
            return seen.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("The reader saw what is not whole", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Ends to look, if it has not ended: a reader that goes on would hold files of what comes next. */
    @Override
    public void close() {
        isOver.set(true);
        try {
            var unused = thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at a lake over and over; gives the folders in the order in which they came to be seen. */
    private static List<String> watch(Path lake, AtomicBoolean isOver) {
        List<String> seen = new ArrayList<>();
        Set<Path> known = new HashSet<>();
        boolean isLastLook;
        do {
            isLastLook = isOver.get();
            for (Path folder : visible(lake)) {
                if (known.add(folder)) {
                    requireWhole(folder);
                    seen.add(folder.toString());
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        } while (!isLastLook);
        known.forEach(LakeWatch::requireWhole);
        return seen;
    }

    /** The folders under which a run is published, whatever they hold. */
    private static List<Path> visible(Path lake) {
        List<Path> folders = new ArrayList<>(children(lake.resolve("nightly")));
        children(lake.resolve("weekly")).forEach(week -> folders.addAll(children(week)));
        return folders;
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A folder is whole: its run.json is there, and all that it lists; if the night was pruned, what is left of it. */
    private static void requireWhole(Path folder) {
        assertThat(folder.resolve("run.json")).exists();
        Set<Path> listed = new HashSet<>();
        PublishedRun.of(folder).outputs().forEach(output -> {
            if (isThere(folder, output)) {
                listed.add(output.file());
            }
        });
        List<Path> found = parquetFilesIn(folder);
        if (!isPruned(folder)) {
            assertThat(listed).isNotEmpty();
            assertThat(found).containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    private static boolean isThere(Path folder, PublishedRun.Output output) {
        try {
            assertThat(Hashes.of(output.file())).isEqualTo(new Hashes.Content(output.sha256(), output.bytes()));
            return true;
        } catch (NoSuchFileException gone) {
            assertThat(isPruned(folder))
                    .as("%s is gone because the night was pruned", output.file())
                    .isTrue();
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isPruned(Path folder) {
        return Files.exists(folder.resolve("pruned.json"));
    }

    private static List<Path> parquetFilesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        } catch (IOException | UncheckedIOException failure) {
            if (isPruned(folder)) {
                return List.of();
            }
            throw new AssertionError("Cannot list " + folder, failure);
        }
    }
}
