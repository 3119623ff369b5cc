package mx.abasto.schedules.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Tells which night should have been published by now and is not. */
@FunctionalInterface
public interface DueNights {
    /** The oldest of them; empty if everything that is due is published. */
    Optional<Overdue> oldest();

    /** A night, and since when it should have been published. */
    record Overdue(LocalDate night, Instant dueAt) {}
}
