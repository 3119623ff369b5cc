package mx.abasto.schedules.due;

import java.time.LocalDate;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;

/** The lake and its jobs, as rounds use them. What fails throws {@link AbastoException}. */
public interface LakeJobs {

    /** What the lake holds now. */
    LakeState lake();

    /** Whether a process that died left something to end: a run that is published, but not put away. */
    boolean isLeftToEnd();

    /**
     * Does work while holding the lake.
     *
     * @throws AbastoException (HELD) if another run holds it
     */
    void holding(Runnable work);

    /** Ends what a process that died has left. The caller holds the lake. */
    void endWhatIsLeft();

    /** Runs a night, or resumes it. The caller holds the lake. */
    void runNight(LocalDate night);

    /** Makes a week's next revision, or resumes it. The caller holds the lake. */
    int makeWeek(IsoWeek week);

    /** How much of a night's expected extracts is there to be pulled. */
    Arrived arrived(LocalDate night);

    /**
     * Extracts that are there, of those expected.
     *
     * @param there expected pairs of a site and an extract that a file is there for
     * @param expected pairs of a site and an extract
     */
    record Arrived(long there, long expected) {}
}
