package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.Collection;

/** The last {@code nights} nights before a night, which is not one of them. */
record NightWindow(LocalDate before, int nights) {

    boolean holds(LocalDate night) {
        return night.isBefore(before) && !night.isBefore(before.minusDays(nights));
    }

    boolean holdsAny(Collection<LocalDate> some) {
        return some.stream().anyMatch(this::holds);
    }
}
