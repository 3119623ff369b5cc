package mx.abasto.schedules.due;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;

/** Who is told what becomes of the work. What they do with it must not fail, nor keep the work waiting for long. */
public interface Notices {

    /** It failed, as often as a person should hear of, or in a way that trying again does not mend. */
    void failed(Work work, AbastoException failure);

    /**
     * It should have been published by then. Of several such nights the newest is told, once a round.
     *
     * @param oldest the oldest night that is as late; the same night if there is no other
     */
    void late(LocalDate night, ZonedDateTime deadline, LocalDate oldest);

    /** A night was published by this scheduler. */
    void published(LocalDate night);

    /** A week was made by this scheduler. */
    void made(IsoWeek week, int revision);

    /** {@code verify} found nothing that differs. */
    void verified();

    /** {@code verify} found that the lake is not what was published. */
    void differs(AbastoException difference);

    /** The lake was looked at: whatever it holds has neither failed nor is late any more. */
    void looked(LakeState lake);

    /** An empty lake, and no schedule that says which night opens it. */
    void opensNowhere();
}
