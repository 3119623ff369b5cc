package mx.abasto.jobs.reconcile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found tonight, or a condition that was open last night and ends tonight.
 *
 * @param holds whether it is found and listed tonight
 * @param supersededBy the rule that takes it tonight, if it ends because another rule has precedence
 * @param wasOpen whether it was listed last night and did not end
 * @param retired what is left of its rule, if there is no such rule any longer
 * @param severity what the rule's SQL weighs it as; null where the rule's own severity holds
 * @param reason why the file of the finding could not be read at all, in English words; null for any other finding
 * @param expiries those that its lot goes by, in words, if it is shown by expiries
 * @param knownSince when it was first seen, if an earlier night within the window knew it
 */
record Finding(
        String discrepancyId,
        String rule,
        @Nullable String clues,
        @Nullable String counterpartClues,
        @Nullable String clave,
        @Nullable String lot,
        @Nullable String documentNo,
        @Nullable Long expectedQuantity,
        @Nullable Long actualQuantity,
        boolean holds,
        boolean wasOpen,
        @Nullable String supersededBy,
        @Nullable LocalDate knownSince,
        @Nullable String siteName,
        @Nullable String counterpartName,
        @Nullable String description,
        @Nullable String supplyGroup,
        @Nullable String expiries,
        @Nullable BigDecimal valueAtRisk,
        List<EvidenceRow> evidence,
        long evidenceRows,
        int ruleVersion,
        @Nullable Severity severity,
        @Nullable String reason,
        @Nullable RetiredRule retired) {

    /** A row that someone typed: its file, the file's hash, and its number in it (absent for a whole file). */
    record EvidenceRow(
            String file, @Nullable String sha256, @Nullable Long rowNo) {}

    /** A rule that was taken out of the catalogue: how it weighed the finding last, and what it said of it. */
    record RetiredRule(Severity severity, String explanationEs, String explanationEn) {}

    /** The finding that names nothing. */
    static final Finding NONE = new Finding(
            "", "", null, null, null, null, null, null, null, true, false, null, null, null, null, null, null, null,
            null, List.of(), 0, 0, null, null, null);

    Finding {
        evidence = List.copyOf(evidence);
    }

    /** Whether the rule gives numbers. */
    boolean hasNumbers() {
        return expectedQuantity != null || actualQuantity != null;
    }

    /** actual − expected; null where the rule does not give both, or the difference is beyond BIGINT. */
    @Nullable
    Long difference() {
        if (expectedQuantity == null || actualQuantity == null) {
            return null;
        }
        BigInteger difference = BigInteger.valueOf(actualQuantity).subtract(BigInteger.valueOf(expectedQuantity));
        return difference.bitLength() < Long.SIZE ? (Long) difference.longValue() : null;
    }
}
