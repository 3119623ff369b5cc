package mx.abasto.jobs.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import mx.abasto.jobs.reconcile.Discrepancy.Status;
import mx.abasto.jobs.reconcile.Finding.RetiredRule;
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
        Status status = status(finding);
        LocalDate firstSeenOn = finding.knownSince() == null ? night : finding.knownSince();
        return new Discrepancy(
                night,
                finding,
                Rule.family(finding.rule()),
                severity(finding),
                status,
                firstSeenOn,
                Math.toIntExact(ChronoUnit.DAYS.between(firstSeenOn, night)),
                words(finding, status, Explanation.SPANISH, RetiredRule::explanationEs),
                words(finding, status, Explanation.ENGLISH, RetiredRule::explanationEn));
    }

    private Severity severity(Finding finding) {
        if (finding.retired() != null) {
            return finding.retired().severity();
        }
        Severity severity = finding.severity() == null ? rule(finding).severity() : finding.severity();
        return CONTROLLED.equals(finding.supplyGroup()) ? severity.raised() : severity;
    }

    private String words(
            Finding finding, Status status, Explanation explanation, Function<RetiredRule, String> lastWords) {
        return finding.retired() == null
                ? explanation.of(rule(finding), finding, status)
                : explanation.ofRetired(lastWords.apply(finding.retired()));
    }

    private Rule rule(Finding finding) {
        return catalogue
                .find(finding.rule())
                .orElseThrow(() -> new IllegalStateException("There is no rule " + finding.rule()));
    }

    private static Status status(Finding finding) {
        if (!finding.holds()) {
            return finding.supersededBy() == null ? Status.RESOLVED : Status.SUPERSEDED;
        }
        if (finding.wasOpen()) {
            return Status.PERSISTING;
        }
        return finding.knownSince() == null ? Status.NEW : Status.REOPENED;
    }
}
