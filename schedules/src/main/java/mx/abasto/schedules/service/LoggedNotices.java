package mx.abasto.schedules.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.schedules.due.LakeState;
import mx.abasto.schedules.due.Notices;
import mx.abasto.schedules.due.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what becomes of the work into the log; what is said in every round only once. */
final class LoggedNotices implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedNotices.class);

    private final Set<String> said = new HashSet<>();

    @Override
    public void failed(Work work, AbastoException failure) {
        LOG.error("{} needs a person: {}", work.subject(), failure.getMessage());
    }

    @Override
    public void late(LocalDate night, Instant deadline) {
        if (said.add("late " + night)) {
            LOG.error("{} is late: it should have been published by {}.", night, deadline);
        }
    }

    @Override
    public void published(LocalDate night) {
        LOG.info("{} is published.", night);
    }

    @Override
    public void made(IsoWeek week, int revision) {
        LOG.info("{} revision {} is published.", week, revision);
    }

    @Override
    public void verified() {
        LOG.info("verify found nothing that differs.");
    }

    @Override
    public void differs(AbastoException difference) {
        LOG.error("The lake is not what was published: {}", difference.getMessage());
    }

    @Override
    public void looked(LakeState lake) {
        said.removeIf(line -> lake.holds(line.substring(line.indexOf(' ') + 1)));
    }

    @Override
    public void opensNowhere() {
        if (said.add("empty lake")) {
            LOG.warn("The lake is empty and no schedule says which night opens it: nothing is due. Set from: under a"
                    + " schedule with job: nightly, or run catch-up --from D0 --until D once.");
        }
    }
}
