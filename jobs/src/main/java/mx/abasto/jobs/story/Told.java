package mx.abasto.jobs.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import mx.abasto.common.model.Language;
import org.jspecify.annotations.Nullable;

/**
 * A discrepancy as a night lists it (contract section 5).
 *
 * @param explanation in the story's language
 */
public record Told(
        LocalDate businessDate,
        String discrepancyId,
        String rule,
        int ruleVersion,
        String severity,
        String status,
        LocalDate firstSeenOn,
        @Nullable String clues,
        @Nullable String counterpartClues,
        @Nullable String clave,
        @Nullable String lot,
        @Nullable String documentNo,
        @Nullable Long expectedQuantity,
        @Nullable Long actualQuantity,
        @Nullable Long difference,
        @Nullable BigDecimal valueAtRisk,
        String explanation,
        long evidenceRows) {

    static Told of(Row row, Language language) {
        return new Told(
                row.day("business_date"),
                row.text("discrepancy_id"),
                row.text("rule"),
                (int) row.whole("rule_version"),
                row.text("severity"),
                row.text("status"),
                row.day("first_seen_on"),
                row.textOrNull("clues"),
                row.textOrNull("counterpart_clues"),
                row.textOrNull("clave"),
                row.textOrNull("lot"),
                row.textOrNull("document_no"),
                row.wholeOrNull("expected_quantity"),
                row.wholeOrNull("actual_quantity"),
                row.wholeOrNull("difference"),
                row.decimalOrNull("value_at_risk"),
                row.text(language == Language.ES ? "explanation_es" : "explanation_en"),
                row.whole("evidence_rows"));
    }

    public boolean isResolved() {
        return status.equals("RESOLVED");
    }

    /** Whether it still held and another rule took it. */
    public boolean isSuperseded() {
        return status.equals("SUPERSEDED");
    }

    /** The code's letters. */
    public String family() {
        return rule.substring(0, rule.indexOf('-'));
    }
}
