package mx.abasto.schedules.due;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.schedules.plan.Fire;

/** A piece of work that is due. */
public sealed interface Work {

    /** The fire that made it due. */
    Fire fire();

    /** What it is called: {@code 2025-01-20} or {@code 2025-W03}. */
    String subject();

    /** A night that is not published. */
    record DueNight(LocalDate date, Fire fire) implements Work {
        public DueNight {
            requireNonNull(date, "date is null");
            requireNonNull(fire, "fire is null");
        }

        @Override
        public String subject() {
            return date.toString();
        }
    }

    /** A week whose seven nights are published and that is not made. */
    record DueWeek(IsoWeek week, Fire fire) implements Work {
        public DueWeek {
            requireNonNull(week, "week is null");
            requireNonNull(fire, "fire is null");
        }

        @Override
        public String subject() {
            return week.toString();
        }
    }
}
