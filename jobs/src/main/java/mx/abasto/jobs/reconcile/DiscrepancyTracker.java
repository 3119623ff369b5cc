package mx.abasto.jobs.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import mx.abasto.jobs.reconcile.Discrepancy.Status;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Gives a finding its life (status, first seen, age, severity) and its words. */
final class DiscrepancyTracker implements ItemProcessor<Finding, Discrepancy> {
    private static final String CONTROLLED = "CONTROLLED";

    private final RuleCatalogue catalogue;
    private final LocalDate night;

    DiscrepancyTracker(RuleCatalogue catalogue, LocalDate night) {
        this.catalogue = catalogue;
        this.night = night;
    }

    @Override
    public Discrepancy process(Finding finding) {
        Rule rule = catalogue.rule(finding.rule());
        Status status = status(finding);
        LocalDate firstSeenOn = finding.knownSince() == null ? night : finding.knownSince();
        return new Discrepancy(
                night,
                finding,
                rule.family(),
                CONTROLLED.equals(finding.supplyGroup()) ? rule.severity().raised() : rule.severity(),
                status,
                firstSeenOn,
                Math.toIntExact(ChronoUnit.DAYS.between(firstSeenOn, night)),
                Explanation.SPANISH.of(rule, finding, status),
                Explanation.ENGLISH.of(rule, finding, status));
    }

    private static Status status(Finding finding) {
        if (!finding.holds()) {
            return Status.RESOLVED;
        }
        if (finding.wasOpen()) {
            return Status.PERSISTING;
        }
        return finding.knownSince() == null ? Status.NEW : Status.REOPENED;
    }
}
