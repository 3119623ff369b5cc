package mx.abasto.schedules.due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;

/** A lake that holds names only, and refuses what a real one refuses. */
final class FakeLake implements LakeJobs {
    final List<LocalDate> nights = new ArrayList<>();
    final Set<IsoWeek> weeks = new HashSet<>();
    final List<String> done = new ArrayList<>();
    final Map<String, AbastoException> failures = new LinkedHashMap<>();
    Arrived arrived = new Arrived(0, 0);
    boolean isHeldByAnother;

    /** What another does just before this process gets the lake. */
    Runnable meanwhile = () -> {};

    private boolean isHeld;

    @Override
    public LakeState lake() {
        return new LakeState(nights, weeks);
    }

    @Override
    public boolean isLeftToEnd() {
        return false;
    }

    @Override
    public void holding(Runnable work) {
        if (isHeldByAnother) {
            throw AbastoException.held("The lake is held by another run (pid 1 on elsewhere).");
        }
        meanwhile.run();
        isHeld = true;
        try {
            work.run();
        } finally {
            isHeld = false;
        }
    }

    @Override
    public void endWhatIsLeft() {
        requireHeld();
    }

    @Override
    public void runNight(LocalDate night) {
        requireHeld();
        failIfTold(night.toString());
        if (!nights.isEmpty() && !nights.get(nights.size() - 1).plusDays(1).equals(night)) {
            throw AbastoException.unusable("The night before " + night + " is not published.");
        }
        nights.add(night);
        done.add(night.toString());
    }

    @Override
    public int makeWeek(IsoWeek week) {
        requireHeld();
        failIfTold(week.toString());
        if (!nights.containsAll(week.days()) || !weeks.add(week)) {
            throw AbastoException.unusable(week + " cannot be made now.");
        }
        done.add(week.toString());
        return 1;
    }

    @Override
    public Arrived arrived(LocalDate night) {
        return arrived;
    }

    private void failIfTold(String subject) {
        AbastoException failure = failures.get(subject);
        if (failure != null) {
            throw failure;
        }
    }

    private void requireHeld() {
        if (!isHeld) {
            throw new IllegalStateException("the lake is not held");
        }
    }
}
