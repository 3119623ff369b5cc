package mx.abasto.schedules.due;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.IsoWeek;

/**
 * What a lake holds at a moment.
 *
 * @param nights that are published, oldest first
 * @param weeks that are made
 */
public record LakeState(List<LocalDate> nights, Set<IsoWeek> weeks) {
    public LakeState {
        nights = List.copyOf(nights);
        weeks = Set.copyOf(weeks);
    }

    /** What a lake holds now. */
    public static LakeState of(Lake lake) {
        return new LakeState(lake.nights(), Set.copyOf(lake.weeks()));
    }

    /** Whether a piece of work is done, by what it is called. */
    public boolean holds(String subject) {
        return nights.stream().anyMatch(night -> night.toString().equals(subject))
                || weeks.stream().anyMatch(week -> week.toString().equals(subject));
    }
}
