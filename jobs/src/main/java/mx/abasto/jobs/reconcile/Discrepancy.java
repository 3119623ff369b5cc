package mx.abasto.jobs.reconcile;

import java.time.LocalDate;

/** A finding with its life and its words: one row of {@code discrepancies} (contract section 5). */
record Discrepancy(
        LocalDate businessDate,
        Finding finding,
        String family,
        Severity severity,
        Status status,
        LocalDate firstSeenOn,
        int ageDays,
        String explanationEs,
        String explanationEn) {

    /** Where it stands in its life. */
    enum Status {
        NEW,
        PERSISTING,
        REOPENED,
        RESOLVED,
        SUPERSEDED
    }
}
