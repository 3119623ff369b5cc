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
    private static final LocalDate SATURDAY = SharedLakes.FIRST_SUNDAY.minusDays(1);

    private final Path home;
    private final CrashChild process;
    private final TestLake lake;

    Scenarios(Path home, CrashChild process) {
        this.home = home;
        this.process = process;
        this.lake = TestLake.empty(home.resolve("network"), home.resolve("home"), 2);
    }

    /** The opening night, and a week. */
    List<Scenario> few() throws IOException, InterruptedException {
        Generator.generate(GeneratorOptions.of(4, 12, 8, 7).withFaults(0.2), lake.network());
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(recorded("night", lake, "nightly", "--date", FIRST.toString()));
        lake.run("catch-up", "--until", SATURDAY.toString()).requireDone();
        Copies.restore(lake.home(), home.resolve("saturday"));
        lake.run("nightly", "--date", SATURDAY.plusDays(1).toString()).requireDone();
        scenarios.add(recorded("week", lake, "weekly", "--week", "2025-W02"));
        return scenarios;
    }

    /** These, two nights with a week between them, and the pruning of a lake that has become long. */
    List<Scenario> all() throws IOException, InterruptedException {
        List<Scenario> scenarios = new ArrayList<>(few());
        Copies.restore(home.resolve("saturday"), lake.home());
        scenarios.add(recorded(
                "catch-up", lake, "catch-up", "--until", SATURDAY.plusDays(2).toString()));
        TestLake made = SharedLakes.sixteenWeeks();
        TestLake longer = TestLake.empty(made.network(), home.resolve("long"), 2);
        Copies.copy(made.lake(), longer.lake());
        Files.writeString(longer.configuration(), "  keep-nights: 98\n", StandardOpenOption.APPEND);
        scenarios.add(recorded("prune", longer, "prune"));
        return scenarios;
    }

    private Scenario recorded(String name, TestLake lake, String... words) throws IOException, InterruptedException {
        Folders.delete(lake.home().resolve("tmp"));
        return Scenario.recorded(name, lake, home.resolve("starts"), process, words);
    }
}
