package mx.abasto.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import mx.abasto.common.files.Hashes;

/** A reader that looks at a lake over and over while it is being filled. */
final class LakeWatch {
    private static final long BETWEEN_LOOKS_NANOS = 500_000;

    private final TestLake lake;
    private final Future<List<String>> seen;

    private LakeWatch(TestLake lake, Future<List<String>> seen) {
        this.lake = lake;
        this.seen = seen;
    }

    /** Fills a lake under the reader's eyes. */
    static LakeWatch fill(TestLake lake) {
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> seen = reader.submit(() -> watch(lake.lake(), isOver));
            lake.filled();
            return new LakeWatch(lake, seen);
        } finally {
            isOver.set(true);
            reader.shutdown();
        }
    }

    TestLake lake() {
        return lake;
    }

    /** The folders in the order in which they came to be seen; fails if any was not whole when it was. */
    List<String> seen() throws ExecutionException, InterruptedException {
        return seen.get();
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

    private static void requireWhole(Path folder) {
        assertThat(folder.resolve("run.json")).exists();
        Set<Path> listed = new HashSet<>();
        PublishedRun.of(folder).outputs().forEach(output -> {
            listed.add(output.file());
            try {
                assertThat(Hashes.of(output.file())).isEqualTo(new Hashes.Content(output.sha256(), output.bytes()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        assertThat(listed).isNotEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".parquet")))
                    .containsExactlyInAnyOrderElementsOf(listed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
