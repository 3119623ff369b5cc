package mx.abasto.schedules.due;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;

/** Keeps what was told. */
final class RecordedNotices implements Notices {
    final List<String> told = new ArrayList<>();

    @Override
    public void failed(Work work, AbastoException failure) {
        told.add("failed " + work.subject() + ": " + failure.getMessage());
    }

    @Override
    public void late(LocalDate night, ZonedDateTime deadline, LocalDate oldest) {
        told.add("late %s: %s, oldest %s".formatted(night, deadline.toLocalDateTime(), oldest));
    }

    @Override
    public void published(LocalDate night) {
        told.add("published " + night);
    }

    @Override
    public void made(IsoWeek week, int revision) {
        told.add("made " + week);
    }

    @Override
    public void verified() {
        told.add("verified");
    }

    @Override
    public void differs(AbastoException difference) {
        told.add("differs: " + difference.getMessage());
    }

    @Override
    public void looked(LakeState lake) {}

    @Override
    public void opensNowhere() {
        told.add("opens nowhere");
    }
}
