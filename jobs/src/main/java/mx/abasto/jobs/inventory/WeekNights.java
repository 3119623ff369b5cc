package mx.abasto.jobs.inventory;

import java.time.LocalDate;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;

/** The nights that a week is made of, as views of a session, each with the night in {@code taken_on}. */
record WeekNights(Session session, WeekRun run) {

    /** A dataset of the published nights from a first to a last, both included; empty where there are none. */
    void view(String name, Dataset dataset, LocalDate first, LocalDate last) {
        session.datedView(name, dataset, run.lake().windowByNight(dataset, first, last));
    }
}
