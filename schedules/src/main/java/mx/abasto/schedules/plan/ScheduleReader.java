package mx.abasto.schedules.plan;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.CalendarDate;
import mx.abasto.jobs.settings.Configuration;
import mx.abasto.jobs.settings.ConfigurationKeys.ScheduleKeys;
import mx.abasto.schedules.plan.Schedule.Misfire;
import mx.abasto.schedules.plan.Schedule.Task;
import mx.abasto.schedules.plan.Schedule.Waiting;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code abasto.schedules}. */
final class ScheduleReader {
    private static final String ZONE = "America/Mexico_City";
    private static final int OFFSET_DAYS_MIN = -31;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** Long before any night: a cron that does not fire after it never does. */
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Configuration configuration;
    private final String where;
    private final ScheduleKeys keys;

    ScheduleReader(Configuration configuration, String where, ScheduleKeys keys) {
        this.configuration = configuration;
        this.where = where;
        this.keys = keys;
    }

    Schedule read() {
        Task task = task(required("job", keys.job()));
        if (task != Task.NIGHTLY) {
            requireAbsent("from", keys.from());
            requireAbsent("wait-until", keys.waitUntil());
            requireAbsent("wait-share", keys.waitShare());
            requireAbsent("deadline", keys.deadline());
        }
        return new Schedule(
                required("name", keys.name()),
                task,
                cron(required("cron", keys.cron())),
                zone(requireNonNullElse(keys.zone(), ZONE)),
                dateOffsetDays(requireNonNullElse(keys.dateOffsetDays(), -1)),
                Optional.ofNullable(keys.from()).map(text -> day("from", text)),
                misfire(requireNonNullElse(keys.misfire(), "fire-once")),
                leaveOut(requireNonNullElse(keys.leaveOut(), List.of())),
                waiting(),
                Optional.ofNullable(keys.deadline()).map(text -> time("deadline", text)));
    }

    private Task task(String text) {
        for (Task task : Task.values()) {
            if (task.name().toLowerCase(Locale.ROOT).equals(text)) {
                return task;
            }
        }
        throw bad("job", text, "nightly, weekly, verify or prune");
    }

    private Cron cron(String text) {
        Cron cron;
        try {
            cron = new Cron(text);
        } catch (IllegalArgumentException failure) {
            throw bad(
                    "cron",
                    text,
                    "a Quartz cron expression such as \"0 30 1 * * ?\" (second, minute, hour, day, month, weekday): "
                            + failure.getMessage());
        }
        if (cron.after(LONG_AGO).isEmpty()) {
            throw bad("cron", text, "one that fires; it names no day that there is");
        }
        return cron;
    }

    private ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw bad("zone", text, "a time zone such as " + nearestZone(text));
        }
    }

    /** The zone that was meant by a city without its continent, or in other letters; else ours. */
    private static String nearestZone(String text) {
        String city = plain(text.substring(text.lastIndexOf('/') + 1));
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> plain(zone.substring(zone.lastIndexOf('/') + 1)).equals(city))
                .min(Comparator.comparing((String zone) -> !zone.startsWith("America/"))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(ZONE);
    }

    private static String plain(String name) {
        return name.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
    }

    private int dateOffsetDays(int days) {
        if (days > 0 || days < OFFSET_DAYS_MIN) {
            throw bad("date-offset-days", Integer.toString(days), OFFSET_DAYS_MIN + " to 0: no day before it has been");
        }
        return days;
    }

    private Misfire misfire(String text) {
        return switch (text) {
            case "fire-once" -> Misfire.FIRE_ONCE;
            case "skip" -> Misfire.SKIP;
            default -> throw bad("misfire", text, "fire-once or skip");
        };
    }

    private Set<LocalDate> leaveOut(List<String> texts) {
        Set<LocalDate> days = new HashSet<>();
        texts.forEach(text -> days.add(day("leave-out", text)));
        return days;
    }

    private Optional<Waiting> waiting() {
        String until = keys.waitUntil();
        Double share = keys.waitShare();
        if (until == null) {
            if (share != null) {
                throw configuration.unusable("%s.wait-share says when a wait ends early, but there is no %s.wait-until"
                        .formatted(where, where));
            }
            return Optional.empty();
        }
        BigDecimal part = share == null ? BigDecimal.ONE : BigDecimal.valueOf(share);
        if (part.signum() <= 0 || part.compareTo(BigDecimal.ONE) > 0) {
            throw bad("wait-share", String.valueOf(share), "above 0 and at most 1, such as 0.95");
        }
        return Optional.of(new Waiting(time("wait-until", until), part));
    }

    private LocalDate day(String key, String text) {
        try {
            return CalendarDate.parse(text);
        } catch (IllegalArgumentException noDay) {
            throw configuration.unusable("%s.%s: %s".formatted(where, key, noDay.getMessage()));
        }
    }

    private LocalTime time(String key, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            throw bad(key, text, "a time of day in quotes, such as \"%s\"".formatted(meantTime(text)));
        }
    }

    /** The time that was meant: without quotes, YAML reads 05:00 as 300 minutes. */
    private static String meantTime(String text) {
        if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) < MINUTES_OF_A_DAY) {
            return LocalTime.MIN.plusMinutes(Integer.parseInt(text)).toString();
        }
        return text.matches("[0-9]:[0-5][0-9]") ? "0" + text : "05:00";
    }

    private String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw configuration.unusable("it has no %s.%s".formatted(where, key));
        }
        return value;
    }

    private void requireAbsent(String key, @Nullable Object value) {
        if (value != null) {
            throw configuration.unusable(
                    "%s.%s is for job: nightly only; take it out, or correct the job".formatted(where, key));
        }
    }

    private AbastoException bad(String key, String text, String expected) {
        return configuration.unusable("%s.%s is '%s'; it must be %s".formatted(where, key, text, expected));
    }
}
