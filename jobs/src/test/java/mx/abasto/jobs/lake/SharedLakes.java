package mx.abasto.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.jspecify.annotations.Nullable;

/** Networks and their lakes that several tests look at and none changes: made once a test run, when first asked for. */
public final class SharedLakes {
    /** Fourteen nights, two weeks. */
    public static final LocalDate FIRST = LocalDate.of(2025, 1, 6);

    public static final LocalDate FIRST_SUNDAY = LocalDate.of(2025, 1, 12);

    private static final int NIGHTS = 14;
    private static final int LONG_NIGHTS = 16 * 7;
    private static final long FIRST_SEED = 20_250_106;
    private static final double FAULTS = 0.06;
    private static final Path HOME = Path.of("target", "test-lakes").toAbsolutePath();
    private static final Map<String, TestLake> MADE = new ConcurrentHashMap<>();

    private static @Nullable Watched watched;

    /** A lake that was filled under a reader's eyes, and the folders of runs in the order in which it came to see them. */
    record Watched(TestLake lake, List<String> seen) {
        static Watched filling(TestLake lake) {
            try (LakeWatch watch = LakeWatch.of(lake.lake())) {
                return new Watched(lake.filled(), watch.seen());
            }
        }
    }

    private SharedLakes() {}

    /** The seeds to try: {@code -Dabasto.seeds=N} of them, few by default. */
    public static LongStream seeds(int byDefault) {
        int seeds = Integer.getInteger("abasto.seeds", byDefault);
        return LongStream.range(FIRST_SEED, FIRST_SEED + seeds);
    }

    /** A lake with planted faults, of the first seed. */
    public static TestLake faulty() {
        return faulty(FIRST_SEED);
    }

    /** A lake of 16 sites and 60 claves with planted faults. */
    public static TestLake faulty(long seed) {
        return MADE.computeIfAbsent(
                "faulty-" + seed,
                name -> made(name, GeneratorOptions.of(16, 60, NIGHTS, seed).withFaults(FAULTS)));
    }

    /** A lake of 8 sites and 25 claves in which nothing is wrong. */
    public static TestLake clean(long seed) {
        return MADE.computeIfAbsent("clean-" + seed, name -> made(name, GeneratorOptions.of(8, 25, NIGHTS, seed)));
    }

    /**
     * A lake of sixteen weeks but for their last night. Of so many nights some are older than the newest 98: thirteen, one
     * of them a Sunday.
     */
    public static TestLake sixteenWeeks() {
        return MADE.computeIfAbsent("sixteen-weeks", name -> {
            Path home = fresh(name);
            Generator.generate(GeneratorOptions.of(4, 6, LONG_NIGHTS, 11).withFaults(0.2), home.resolve("network"));
            TestLake lake = TestLake.empty(home.resolve("network"), home, 2);
            lake.run(
                            "catch-up",
                            "--from",
                            FIRST.toString(),
                            "--until",
                            lake.last().minusDays(1).toString())
                    .requireDone();
            return lake;
        });
    }

    /** The network of the first seed again, at one thread, under a reader's eyes. */
    static synchronized Watched watched() {
        if (watched == null) {
            watched = Watched.filling(TestLake.empty(faulty().network(), fresh("one-thread"), 1));
        }
        return watched;
    }

    private static TestLake made(String name, GeneratorOptions options) {
        System.out.println("Making the test lake " + name + ": " + options);
        Path home = fresh(name);
        Generator.generate(options, home.resolve("network"));
        return TestLake.empty(home.resolve("network"), home, 2).filled();
    }

    /** A folder of a name that is there for this test run only, and empty. */
    public static Path fresh(String name) {
        try {
            Folders.delete(HOME.resolve(name));
            return HOME.resolve(name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
