package mx.abasto.jobs.oracle;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What one rule holds against one thing on one night, before its life is known. */
record Finding(
        Rule rule,
        @Nullable String clues,
        @Nullable String counterpart,
        @Nullable String clave,
        @Nullable String lot,
        @Nullable String documentNo,
        @Nullable Long expected,
        @Nullable Long actual,
        Rule.Severity severity) {

    static Finding of(Rule rule) {
        return new Finding(rule, null, null, null, null, null, null, null, rule.severity());
    }

    static Finding of(Rule rule, Cell cell) {
        return of(rule).at(cell.clues()).about(cell.clave(), cell.lot());
    }

    Finding at(@Nullable String site) {
        return new Finding(rule, site, counterpart, clave, lot, documentNo, expected, actual, severity);
    }

    Finding against(@Nullable String site) {
        return new Finding(rule, clues, site, clave, lot, documentNo, expected, actual, severity);
    }

    Finding about(String someClave, @Nullable String someLot) {
        return new Finding(rule, clues, counterpart, someClave, someLot, documentNo, expected, actual, severity);
    }

    Finding inDocument(String document) {
        return new Finding(rule, clues, counterpart, clave, lot, document, expected, actual, severity);
    }

    Finding numbers(long expectedNumber, long actualNumber) {
        return new Finding(rule, clues, counterpart, clave, lot, documentNo, expectedNumber, actualNumber, severity);
    }

    Finding asGraveAs(Rule.Severity some) {
        return new Finding(rule, clues, counterpart, clave, lot, documentNo, expected, actual, some);
    }

    String id() {
        String identity =
                String.join("|", rule.code(), text(clues), text(counterpart), text(clave), text(lot), text(documentNo));
        return Landed.sha256(identity.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    @Nullable
    Long difference() {
        return expected == null || actual == null ? null : Long.valueOf(actual - expected);
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
