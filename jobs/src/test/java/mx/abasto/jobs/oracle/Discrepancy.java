package mx.abasto.jobs.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finding as listed on one night. */
record Discrepancy(
        LocalDate night,
        Finding finding,
        Rule.Severity severity,
        @Nullable BigDecimal valueAtRisk,
        String status,
        LocalDate firstSeenOn) {

    static Discrepancy listed(
            LocalDate night, Finding finding, String status, LocalDate firstSeenOn, Reference reference) {
        String clave = finding.clave();
        Optional<Reference.Item> item = clave == null ? Optional.empty() : reference.item(clave);
        boolean isControlled = item.map(i -> i.group().equals("CONTROLLED")).orElse(false);
        Rule.Severity severity = finding.severity();
        return new Discrepancy(
                night,
                finding,
                isControlled ? severity.higher() : severity,
                item.map(i -> value(finding, i)).orElse(null),
                status,
                firstSeenOn);
    }

    private static @Nullable BigDecimal value(Finding finding, Reference.Item item) {
        Long difference = finding.difference();
        BigDecimal price = item.unitPrice();
        if (!finding.rule().countsPieces() || difference == null || price == null) {
            return null;
        }
        return price.multiply(BigDecimal.valueOf(difference).abs()).setScale(4, RoundingMode.HALF_UP);
    }

    /** Once more, on the first night that it is no longer found, with its last numbers. */
    Discrepancy endedOn(LocalDate tonight, String as) {
        return new Discrepancy(tonight, finding, severity, valueAtRisk, as, firstSeenOn);
    }

    Row row() {
        return new Row()
                .with("business_date", night)
                .with("discrepancy_id", finding.id())
                .with("rule", finding.rule().code())
                .with("family", finding.rule().family())
                .with("severity", severity.name())
                .with("status", status)
                .with("first_seen_on", firstSeenOn)
                .with("age_days", ChronoUnit.DAYS.between(firstSeenOn, night))
                .with("clues", finding.clues())
                .with("counterpart_clues", finding.counterpart())
                .with("clave", finding.clave())
                .with("lot", finding.lot())
                .with("document_no", finding.documentNo())
                .with("expected_quantity", finding.expected())
                .with("actual_quantity", finding.actual())
                .with("difference", finding.difference())
                .with("value_at_risk", valueAtRisk);
    }
}
