package mx.abasto.schedules.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.schedules.due.Work.DueNight;
import mx.abasto.schedules.due.Work.DueWeek;
import mx.abasto.schedules.plan.Fire;
import mx.abasto.schedules.plan.Plan;
import mx.abasto.schedules.plan.Schedule;
import mx.abasto.schedules.plan.Schedule.Misfire;
import mx.abasto.schedules.plan.Schedule.Task;

/**
 * What is due: decided by what the lake holds and what time it is, never by what was triggered. So nothing is missed
 * when a trigger is, and nothing is done twice when one comes twice.
 */
public final class Due {
    private Due() {}

    /**
     * What is due now, in the order in which it is to be done.
     *
     * <p>Nights: those after the last published one (of an empty lake, from the schedule's {@code from} on), each as
     * soon as a nightly schedule has fired for it or for a later one. Weeks: those whose seven nights are published and
     * that are not made, as soon as a weekly schedule has fired for their Sunday or a later day. A week comes before
     * the nights after its Sunday.
     *
     * @param since when the schedulers began to watch: fires before it were missed, which a schedule may want skipped
     */
    public static List<Work> of(Plan plan, LakeState lake, Instant since, Instant now) {
        List<Work> due = new ArrayList<>(weeks(plan, lake, since, now));
        due.addAll(nights(plan, lake, since, now));
        return due;
    }

    private static List<DueNight> nights(Plan plan, LakeState lake, Instant since, Instant now) {
        List<Schedule> schedules = plan.of(Task.NIGHTLY);
        List<DueNight> due = new ArrayList<>();
        Optional<LocalDate> next = nextNight(schedules, lake);
        while (next.isPresent()) {
            LocalDate night = next.get();
            Optional<Fire> fire = fireThatMadeDue(schedules, night, since, now);
            fire.ifPresent(made -> due.add(new DueNight(night, made)));
            next = fire.map(made -> night.plusDays(1));
        }
        return due;
    }

    private static Optional<LocalDate> nextNight(List<Schedule> schedules, LakeState lake) {
        return lake.nights().isEmpty()
                ? schedules.stream()
                        .flatMap(schedule -> schedule.from().stream())
                        .min(Comparator.naturalOrder())
                : Optional.of(lake.nights().get(lake.nights().size() - 1).plusDays(1));
    }

    /** Complete weeks are published ones', so each comes before every night that is not. */
    private static List<DueWeek> weeks(Plan plan, LakeState lake, Instant since, Instant now) {
        List<Schedule> schedules = plan.of(Task.WEEKLY);
        Set<LocalDate> published = new HashSet<>(lake.nights());
        Set<IsoWeek> weeks = new TreeSet<>();
        lake.nights().forEach(night -> weeks.add(IsoWeek.of(night)));
        List<DueWeek> due = new ArrayList<>();
        for (IsoWeek week : weeks) {
            if (!lake.weeks().contains(week) && published.containsAll(week.days())) {
                fireThatMadeDue(schedules, week.end(), since, now).ifPresent(fire -> due.add(new DueWeek(week, fire)));
            }
        }
        return due;
    }

    private static Optional<Fire> fireThatMadeDue(
            List<Schedule> schedules, LocalDate date, Instant since, Instant now) {
        return schedules.stream()
                .filter(schedule -> hasFired(schedule, date, since, now))
                .flatMap(schedule -> schedule.fireFor(date).stream())
                .min(Comparator.comparing(Fire::at));
    }

    private static boolean hasFired(Schedule schedule, LocalDate date, Instant since, Instant now) {
        Optional<Fire> fire = schedule.fireFor(date);
        boolean isMissed = fire.isPresent() && fire.get().at().isBefore(since);
        if (isMissed && schedule.misfire() == Misfire.SKIP) {
            fire = schedule.firstAfter(since.minusNanos(1));
        }
        return fire.isPresent() && !fire.get().at().isAfter(now);
    }
}
