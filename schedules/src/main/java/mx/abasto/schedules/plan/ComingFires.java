package mx.abasto.schedules.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mx.abasto.common.model.IsoWeek;

/** The fire times of the coming week, as {@code next} prints them. */
public final class ComingFires {
    private static final Duration AHEAD = Duration.ofDays(7);

    /** Of a schedule that fires every minute, as many as a screen holds. */
    private static final int OF_ONE_MAX = 24;

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private ComingFires() {}

    /** A line for each fire of the week from now, in order; days that are left out and clock changes are remarked on. */
    public static List<String> lines(Plan plan, Instant now) {
        List<Fire> fires = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Schedule schedule : plan.schedules()) {
            List<Fire> ofOne = fires(schedule, now);
            if (ofOne.size() > OF_ONE_MAX) {
                lines.add("%s fires %d times in the coming week; the first %d are shown."
                        .formatted(schedule.name(), ofOne.size(), OF_ONE_MAX));
            }
            fires.addAll(ofOne.subList(0, Math.min(OF_ONE_MAX, ofOne.size())));
        }
        fires.sort(Comparator.comparing(Fire::at));
        int width = plan.schedules().stream()
                .mapToInt(each -> each.name().length())
                .max()
                .orElse(0);
        fires.forEach(fire -> lines.add(("%s  %s  %-" + width + "s  %s%s")
                .formatted(
                        LOCAL.format(fire.zoned()),
                        UTC.format(fire.zoned().withZoneSameInstant(ZoneOffset.UTC)),
                        fire.schedule().name(),
                        what(fire),
                        remark(fire))));
        plan.schedules().forEach(schedule -> leftOut(schedule, now, lines));
        return lines;
    }

    private static List<Fire> fires(Schedule schedule, Instant now) {
        List<Fire> fires = new ArrayList<>();
        Optional<Fire> fire = schedule.firstAfter(now);
        while (fire.isPresent() && !fire.get().at().isAfter(now.plus(AHEAD))) {
            fires.add(fire.get());
            fire = schedule.firstAfter(fire.get().at());
        }
        return fires;
    }

    private static String what(Fire fire) {
        return switch (fire.schedule().task()) {
            case NIGHTLY -> "nightly, up to " + fire.businessDate();
            case WEEKLY -> "weekly, up to " + lastWeek(fire);
            case VERIFY -> "verify";
            case PRUNE -> "prune";
        };
    }

    /** The last week that has ended by the business date. */
    private static IsoWeek lastWeek(Fire fire) {
        IsoWeek week = IsoWeek.of(fire.businessDate());
        return week.end().isAfter(fire.businessDate()) ? week.minusWeeks(1) : week;
    }

    private static String remark(Fire fire) {
        ZoneRules rules = fire.schedule().zone().getRules();
        ZoneOffsetTransition change = rules.getTransition(fire.wallClock());
        if (change != null) {
            return change.isGap()
                    ? "  (the clocks go forward and leave out %s: it comes %d minutes later)"
                            .formatted(
                                    CLOCK.format(fire.wallClock()),
                                    change.getDuration().toMinutes())
                    : "  (the clocks go back and show %s twice: it comes the first time)"
                            .formatted(CLOCK.format(fire.wallClock()));
        }
        ZonedDateTime dayBefore = fire.zoned().minusDays(1);
        return dayBefore.getOffset().equals(fire.zoned().getOffset())
                ? ""
                : "  (the clocks have changed since the day before: UTC%s, was UTC%s)"
                        .formatted(fire.zoned().getOffset(), dayBefore.getOffset());
    }

    private static void leftOut(Schedule schedule, Instant now, List<String> lines) {
        ZonedDateTime from = now.atZone(schedule.zone());
        schedule.leaveOut().stream()
                .filter(day -> !day.isBefore(from.toLocalDate())
                        && !day.isAfter(from.plus(AHEAD).toLocalDate()))
                .sorted()
                .forEach(day -> lines.add("%s is left out on %s: the next fire runs what it would have run."
                        .formatted(schedule.name(), day)));
    }
}
