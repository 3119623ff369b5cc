package mx.abasto.schedules.service;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import mx.abasto.schedules.plan.ComingFires;
import mx.abasto.schedules.plan.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code next}: needs neither lake nor database. */
@Command(
        name = "next",
        description = "Prints the fire times of the coming week, local and UTC, with what the clocks do.",
        mixinStandardHelpOptions = true)
final class NextCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Scheduler scheduler;

    @Override
    public Integer call() {
        Scheduler parent = requireNonNull(scheduler, "scheduler is null");
        ComingFires.lines(Plan.of(parent.configuration()), ServiceClock.clock().instant())
                .forEach(parent.out()::println);
        return 0;
    }
}
