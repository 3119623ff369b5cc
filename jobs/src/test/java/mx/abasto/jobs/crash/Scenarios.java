package mx.abasto.jobs.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.lake.Copies;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;

/** The commands that are let fail. */
final class Scenarios {
    private static final LocalDate FIRST = SharedLakes.FIRST;
    private static final LocalDate SUNDAY = SharedLakes.FIRST_SUNDAY;

    private final Path home;
    private final CrashChild process;

    Scenarios(Path home, CrashChild process) {
        this.home = home;
        this.process = process;
    }

    /** A night, a week, and nights with the week between them. */
    List<Scenario> quick() throws IOException, InterruptedException {
        Path network = home.resolve("network");
        Generator.generate(GeneratorOptions.of(4, 12, 8, 7).withFaults(0.2), network);
        TestLake lake = TestLake.empty(network, home.resolve("home"), 2);
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(recorded("night", lake, "nightly", "--date", FIRST.toString()));
        lake.run("catch-up", "--until", SUNDAY.minusDays(1).toString()).requireDone();
        scenarios.add(recorded(
                "catch-up", lake, "catch-up", "--until", SUNDAY.plusDays(1).toString()));
        Copies.restore(scenarios.get(1).start(), lake.home());
        lake.run("nightly", "--date", SUNDAY.toString()).requireDone();
        scenarios.add(recorded("week", lake, "weekly", "--week", "2025-W02"));
        return scenarios;
    }

    /** These, and the pruning of a lake that has become long. */
    List<Scenario> all() throws IOException, InterruptedException {
        List<Scenario> scenarios = new ArrayList<>(quick());
        TestLake made = SharedLakes.sixteenWeeks();
        TestLake lake = TestLake.empty(made.network(), home.resolve("long"), 2);
        Copies.copy(made.lake(), lake.lake());
        Files.writeString(lake.configuration(), "  keep-nights: 98\n", StandardOpenOption.APPEND);
        scenarios.add(recorded("prune", lake, "prune"));
        return scenarios;
    }

    private Scenario recorded(String name, TestLake lake, String... words) throws IOException, InterruptedException {
        Folders.delete(lake.home().resolve("tmp"));
        return Scenario.recorded(name, lake, home.resolve("starts"), process, words);
    }
}
