package mx.abasto.jobs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.crash.Order.Reply;
import mx.abasto.jobs.lake.Copies;
import mx.abasto.jobs.lake.LakeWatch;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Two processes of this machine that are told at once to work on one lake: one works, the other is told by whom and since
 * when the lake is held, or comes after and finds the work done. On the job repository as it is by default, a file of H2,
 * and on PostgreSQL, each time a database without a table. They are warm, so that they come as close as can be.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceTest {
    private static final int RACES = Integer.getInteger("abasto.races", 4);
    private static final int HELD = 5;

    private final Path home = SharedLakes.fresh("raced");
    private final Path network = home.resolve("network");
    private final TestLake undisturbed = TestLake.empty(network, home.resolve("undisturbed"), 2);
    private final TestLake lake = TestLake.empty(network, home.resolve("home"), 2);
    private final Path start = home.resolve("start");
    private final List<CrashChild> racers = new ArrayList<>();
    private final SortedMap<String, Integer> outcomes = new TreeMap<>();

    /** What both are told, each its own; how many nights there are when both had their way, from one on. */
    private record Race(String name, List<String> one, List<String> other, int nights) {}

    private static final List<Race> KINDS = List.of(
            new Race("the same night", nightly(), nightly(), 2),
            new Race("the next two nights", catchUp(), catchUp(), 3),
            new Race("a night and prune", nightly(), List.of("prune"), 2));

    private static List<String> nightly() {
        return List.of("nightly", "--date", SharedLakes.FIRST.plusDays(1).toString());
    }

    private static List<String> catchUp() {
        return List.of("catch-up", "--until", SharedLakes.FIRST.plusDays(2).toString());
    }

    @TestFactory
    Stream<DynamicTest> oneWorksAndTheOtherIsToldWhoDoes() throws IOException {
        Generator.generate(GeneratorOptions.of(4, 12, 3, 7).withFaults(0.2), network);
        undisturbed.filled();
        lake.run("nightly", "--date", SharedLakes.FIRST.toString()).requireDone();
        Copies.restore(lake.home(), start);
        return IntStream.range(0, RACES).mapToObj(number -> {
            Race race = KINDS.get(number % KINDS.size());
            boolean isOnPostgres = number / KINDS.size() % 2 == 1;
            return DynamicTest.dynamicTest(
                    "%d: %s, on %s".formatted(number + 1, race.name(), isOnPostgres ? "PostgreSQL" : "H2"), () -> {
                        Copies.restore(start, lake.home());
                        if (isOnPostgres) {
                            Postgres.under(lake);
                        }
                        run(race);
                    });
        });
    }

    @AfterAll
    void end() throws IOException {
        for (CrashChild racer : racers) {
            racer.close();
        }
        System.out.println("Races by how they ended: " + outcomes);
    }

    private void run(Race race) throws Exception {
        startRacers();
        Reply one;
        Reply other;
        try (LakeWatch reader = LakeWatch.of(lake.lake())) {
            racers.get(0).send(new Order(lake.home().toString(), race.one(), null));
            racers.get(1).send(new Order(lake.home().toString(), race.other(), null));
            one = racers.get(0).reply().orElseThrow();
            other = racers.get(1).reply().orElseThrow();
            reader.seen();
        }

        requireToldWhy(one, racers.get(1));
        requireToldWhy(other, racers.get(0));
        outcomes.merge(race.name() + " " + one.exit() + " " + other.exit(), 1, Integer::sum);
        assertThat(List.of(one.exit(), other.exit())).contains(0);
        boolean isPruneAlone = one.exit() == HELD && race.other().contains("prune");
        assertThat(Stream.of(one, other).filter(RaceTest::hasPublished))
                .as(one + " " + other)
                .hasSize(isPruneAlone ? 0 : 1);
        assertThat(lake.published()).isEqualTo(nights(isPruneAlone ? 1 : race.nights()));
        assertThat(Folders.list(lake.work().resolve("nightly"))).isEmpty();
        assertThat(lake.lake().resolve("_staging")).isEmptyDirectory();
    }

    /** Two that have nothing open of an earlier race. */
    private void startRacers() throws IOException {
        for (int index = 0; index < 2; index++) {
            if (racers.size() <= index) {
                racers.add(CrashChild.start(home.resolve("processes")));
            } else if (racers.get(index).mayHaveOpen(lake.home())) {
                racers.get(index).close();
                racers.set(index, CrashChild.start(home.resolve("processes")));
            }
        }
    }

    private static boolean hasPublished(Reply reply) {
        return reply.exit() == 0 && reply.out().lines().anyMatch(line -> line.matches("\\S+ published: .*"));
    }

    private void requireToldWhy(Reply reply, CrashChild holder) {
        if (reply.exit() == HELD) {
            assertThat(reply.err())
                    .matches(("The lake file:\\S+ is held by another run \\(pid %d on \\S+, since 20\\S+Z\\)\\."
                                    + " Wait until it has ended and run the same command again\\.\n")
                            .formatted(holder.pid()));
        } else {
            assertThat(reply.exit()).as(reply.err()).isZero();
        }
    }

    /** The first so many nights, as a run makes them that nothing disturbs. */
    private SortedMap<String, String> nights(int nights) {
        SortedMap<String, String> published = new TreeMap<>(undisturbed.published());
        String next = "nightly/business_date=" + SharedLakes.FIRST.plusDays(nights);
        published.keySet().removeIf(name -> name.compareTo(next) >= 0);
        return published;
    }
}
