package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.Optional;

/** An accepted version of a line, and whether a later one has taken its place. */
final class Posted {

    private final Line line;
    private final LocalDate night;
    private final Optional<Movement> movement;
    private final boolean isCancelled;
    private boolean isCurrent = true;

    Posted(Line line, LocalDate night) {
        this.line = line;
        this.night = night;
        this.isCancelled = line.isCancelled();
        this.movement = isCancelled ? Optional.empty() : Postings.of(line, night);
    }

    Line line() {
        return line;
    }

    LocalDate night() {
        return night;
    }

    Optional<Movement> movement() {
        return movement;
    }

    /** What a correction has to reverse. */
    Optional<Movement> movementInForce() {
        return isCurrent ? movement : Optional.empty();
    }

    void supersede() {
        isCurrent = false;
    }

    /** Says something: current, and not a cancellation. */
    boolean isLive() {
        return isCurrent && !isCancelled;
    }
}
