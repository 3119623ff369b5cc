package mx.abasto.schedules.plan;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mx.abasto.jobs.settings.Configuration;
import mx.abasto.jobs.settings.ConfigurationKeys.RetryKeys;
import mx.abasto.jobs.settings.ConfigurationKeys.ScheduleKeys;
import org.jspecify.annotations.Nullable;

/** From the keys of a configuration to a plan: defaults filled in, values checked. */
final class PlanReader {
    private static final int ATTEMPTS_MAX = 100;

    private final Configuration configuration;

    PlanReader(Configuration configuration) {
        this.configuration = configuration;
    }

    Plan read() {
        List<ScheduleKeys> keys = configuration.keys().schedules();
        if (keys == null || keys.isEmpty()) {
            throw configuration.unusable("it has no abasto.schedules, so there is nothing to run; name one with job:"
                    + " nightly and a cron such as \"0 30 1 * * ?\"");
        }
        List<Schedule> schedules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < keys.size(); index++) {
            Schedule schedule =
                    new ScheduleReader(configuration, "abasto.schedules[%d]".formatted(index), keys.get(index)).read();
            if (!names.add(schedule.name())) {
                throw configuration.unusable("abasto.schedules[%d].name is '%s', as another's is; give each its own"
                        .formatted(index, schedule.name()));
            }
            schedules.add(schedule);
        }
        return new Plan(schedules, retries(configuration.keys().retries()));
    }

    private Retries retries(@Nullable RetryKeys keys) {
        if (keys == null) {
            return Retries.DEFAULT;
        }
        int attempts = requireNonNullElse(keys.attempts(), Retries.DEFAULT.attempts());
        if (attempts < 1 || attempts > ATTEMPTS_MAX) {
            throw configuration.unusable(
                    "abasto.retries.attempts is %d; it must be 1 to %d".formatted(attempts, ATTEMPTS_MAX));
        }
        Duration first = positive("first-wait", requireNonNullElse(keys.firstWait(), Retries.DEFAULT.firstWait()));
        Duration longest =
                positive("longest-wait", requireNonNullElse(keys.longestWait(), Retries.DEFAULT.longestWait()));
        if (longest.compareTo(first) < 0) {
            throw configuration.unusable(
                    "abasto.retries.longest-wait is shorter than abasto.retries.first-wait; make it as long or longer");
        }
        return new Retries(attempts, first, longest);
    }

    private Duration positive(String key, Duration wait) {
        if (wait.isNegative() || wait.isZero()) {
            throw configuration.unusable("abasto.retries.%s must be longer than nothing, such as 30s".formatted(key));
        }
        return wait;
    }
}
