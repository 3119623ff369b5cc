package mx.abasto.schedules.due;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.AbastoException.Category;
import mx.abasto.schedules.due.Attempts.Failed;
import mx.abasto.schedules.due.LakeJobs.Arrived;
import mx.abasto.schedules.due.Work.DueNight;
import mx.abasto.schedules.due.Work.DueWeek;
import mx.abasto.schedules.plan.Plan;
import mx.abasto.schedules.plan.Schedule.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rounds of a scheduler: each looks what is due and does it, oldest first. Any number of schedulers may make rounds over
 * one lake: its lock lets one work, and who gets it looks again before it starts.
 *
 * <p>What failed is tried again after a wait that grows; what was refused is not, until what it was refused for changes
 * ({@link Basis}). A night that cannot be run holds up the nights after it, not the weeks that are complete.
 */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Plan plan;
    private final LakeJobs jobs;
    private final Attempts attempts;
    private final Basis basis;
    private final Notices notices;
    private final Chores chores;
    private final Clock clock;
    private final Instant since;
    private volatile boolean isEnding;
    private String lastSaid = "";

    /** Rounds from now on. */
    public Rounds(
            Plan plan, LakeJobs jobs, Attempts attempts, Basis basis, Notices notices, Chores chores, Clock clock) {
        this.plan = requireNonNull(plan, "plan is null");
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.attempts = requireNonNull(attempts, "attempts is null");
        this.basis = requireNonNull(basis, "basis is null");
        this.notices = requireNonNull(notices, "notices is null");
        this.chores = requireNonNull(chores, "chores is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.since = clock.instant();
    }

    /** No further piece of work is started; what fails from now on fails because of the end, and does not count. */
    public void end() {
        isEnding = true;
    }

    /**
     * One round: does all that is due and can be done now.
     *
     * @throws AbastoException if the lake or the database cannot be asked; the next round asks again
     */
    public void make() {
        if (jobs.isLeftToEnd()) {
            holding("what is left to end", jobs::endWhatIsLeft);
        }
        boolean isGoingOn = true;
        while (isGoingOn && !isEnding) {
            LakeState lake = jobs.lake();
            notices.looked(lake);
            List<Work> due = Due.of(plan, lake, since, clock.instant());
            if (due.isEmpty() && lake.nights().isEmpty() && opensNowhere()) {
                notices.opensNowhere();
            }
            tellLate(due);
            Optional<Work> next = firstThatMayStart(due);
            isGoingOn = next.isPresent() && holding(next.get().subject(), () -> tryOnce(next.get()));
        }
        if (!isEnding) {
            chores.make();
        }
    }

    private boolean opensNowhere() {
        return plan.schedules().stream().noneMatch(schedule -> schedule.from().isPresent());
    }

    /** One alert a day, however many nights an outage has left: the newest that is late, which comes last. */
    private void tellLate(List<Work> due) {
        List<DueNight> late = due.stream()
                .filter(DueNight.class::isInstance)
                .map(DueNight.class::cast)
                .filter(this::isLate)
                .toList();
        if (!late.isEmpty()) {
            DueNight newest = late.get(late.size() - 1);
            Instant deadline =
                    newest.fire().next(newest.fire().schedule().deadline().orElseThrow());
            notices.late(
                    newest.date(),
                    deadline.atZone(newest.fire().schedule().zone()),
                    late.get(0).date());
        }
    }

    private boolean isLate(DueNight night) {
        Optional<LocalTime> deadline = night.fire().schedule().deadline();
        return deadline.isPresent() && !clock.instant().isBefore(night.fire().next(deadline.get()));
    }

    private Optional<Work> firstThatMayStart(List<Work> due) {
        for (Work work : due) {
            if (!isPutOff(work) && !isWaiting(work)) {
                return Optional.of(work);
            }
            if (work instanceof DueNight) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isPutOff(Work work) {
        Optional<Failed> failed = attempts.of(work.subject());
        return failed.isPresent()
                && (failed.get().refusedUnder() == null
                        ? clock.instant().isBefore(failed.get().notBefore())
                        : basisOf(work).equals(failed.get().refusedUnder()));
    }

    private String basisOf(Work work) {
        return basis.on(
                LocalDate.ofInstant(clock.instant(), work.fire().schedule().zone()));
    }

    private boolean isWaiting(Work work) {
        Optional<Waiting> waiting = work.fire().schedule().waiting();
        if (!(work instanceof DueNight night) || waiting.isEmpty()) {
            return false;
        }
        Instant until = work.fire().next(waiting.get().until());
        if (!clock.instant().isBefore(until)) {
            return false;
        }
        try {
            Arrived arrived = jobs.arrived(night.date());
            BigDecimal enough = waiting.get().share().multiply(BigDecimal.valueOf(arrived.expected()));
            boolean isEnough = BigDecimal.valueOf(arrived.there()).compareTo(enough) >= 0;
            say("%s: %d of %d expected extracts are there; %s"
                    .formatted(
                            night.date(),
                            arrived.there(),
                            arrived.expected(),
                            isEnough ? "it starts." : "it waits until " + until + " at most."));
            return !isEnough;
        } catch (AbastoException failure) {
            // What is refused now is refused as well when it runs, and then a person is told.
            LOG.warn("{}: what has arrived cannot be seen: {}", night.date(), failure.getMessage());
            return failure.category() != Category.UNUSABLE;
        }
    }

    /** Whether this scheduler got the lake. */
    private boolean holding(String what, Runnable work) {
        try {
            jobs.holding(work);
            return true;
        } catch (AbastoException failure) {
            if (failure.category() != Category.HELD) {
                throw failure;
            }
            say("%s: %s".formatted(what, failure.getMessage()));
            return false;
        }
    }

    /** While another held the lake, it may have done it, or failed at it. */
    private void tryOnce(Work work) {
        if (jobs.lake().holds(work.subject()) || isPutOff(work)) {
            return;
        }
        long startedNanos = System.nanoTime();
        try {
            jobs.endWhatIsLeft();
            run(work);
            if (attempts.of(work.subject()).isPresent()) {
                attempts.forget(work.subject());
            }
        } catch (AbastoException failure) {
            failed(work, failure);
        } catch (RuntimeException unforeseen) {
            LOG.error("{} failed", work.subject(), unforeseen);
            failed(work, AbastoException.failed(work.subject() + " failed: " + unforeseen, unforeseen));
        }
        LOG.info("{} took {} s", work.subject(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedNanos));
    }

    private void run(Work work) {
        LOG.info("{} starts; it became due at {}", work.subject(), work.fire().zoned());
        if (work instanceof DueNight night) {
            jobs.runNight(night.date());
            notices.published(night.date());
        } else if (work instanceof DueWeek week) {
            notices.made(week.week(), jobs.makeWeek(week.week()));
        }
    }

    private void failed(Work work, AbastoException failure) {
        if (isEnding) {
            LOG.info("{} was stopped; whoever runs it next resumes it.", work.subject());
            return;
        }
        int failures = attempts.of(work.subject()).map(Failed::failures).orElse(0) + 1;
        boolean mayPass = failure.category() == Category.FAILED || failure.category() == Category.HELD;
        Instant notBefore = clock.instant().plus(plan.retries().waitAfter(failures));
        attempts.remember(work.subject(), new Failed(failures, notBefore, mayPass ? null : basisOf(work)));
        LOG.warn(
                "{}: {} {}",
                work.subject(),
                failure.getMessage(),
                mayPass
                        ? "Failure " + failures + "; it is tried again at " + notBefore + "."
                        : "It is tried again when the configuration, the reference data or the day has changed.");
        if (!mayPass || failures >= plan.retries().attempts()) {
            notices.failed(work, failure);
        }
    }

    /** What stays the same from round to round is said once. */
    private void say(String line) {
        if (!line.equals(lastSaid)) {
            LOG.info(line);
            lastSaid = line;
        }
    }
}
