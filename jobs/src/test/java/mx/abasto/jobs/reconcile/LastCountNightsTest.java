package mx.abasto.jobs.reconcile;

import static mx.abasto.jobs.nightly.SentNights.clues;
import static mx.abasto.jobs.nightly.SentNights.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.nightly.SentNights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the last count found stands until somebody counts again, and what a rule with precedence takes is superseded and
 * may come back (contract sections 5 and 6). Each case has sites and lots of its own, of one network of a week.
 */
class LastCountNightsTest {
    private static final int NIGHTS = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SentNights nights;

    @BeforeAll
    static void process() {
        nights = new SentNights(
                folder, "transit-days: 1", "A", "B", "C", "D", "E", "F", "G", "H", "I", "W", "X", "Y", "Z");
        aDifferenceThatABookBelowZeroTakes();
        aDifferenceWithoutACount();
        aLotThatNeverCameIn();
        whatWasDispensedWithoutEntry();
        aDifferenceThatEndsWhileSuperseded();
        aReceiptEnteredTwice();
        substitutedLots();
        anOverfilledPrescription();
        twoExpiries();
        nights.process(NIGHTS);
    }

    private static void aDifferenceThatABookBelowZeroTakes() {
        nights.counted(1, "A", "A", 50);
        nights.counted(2, "A", "A", 45);
        nights.consumed(3, "A", "A", 60);
        nights.counted(3, "A", "A", 20);
        nights.received(4, "A", "A", 40);
        nights.counted(6, "A", "A", 30);
    }

    private static void aDifferenceWithoutACount() {
        nights.counted(1, "B", "B", 10);
        nights.counted(2, "B", "B", 7);
        nights.received(3, "B", "B", 5);
        nights.counted(5, "B", "B", 15);
    }

    private static void aLotThatNeverCameIn() {
        nights.counted(1, "C", "REST", 5);
        nights.counted(2, "C", "REST", 5);
        nights.counted(2, "C", "C", 4);
        nights.received(4, "C", "RC", "C", 6);
        nights.receiptCancelled(5, "C", "RC", "C", 6);
        nights.counted(6, "C", "REST", 5);
    }

    private static void whatWasDispensedWithoutEntry() {
        nights.counted(1, "D", "REST", 5);
        nights.received(2, "D", "RD", "D", 10);
        nights.dispensed(2, "D", "PD", "D", 12, 12);
        nights.receiptCancelled(3, "D", "RD", "D", 10);
        nights.received(4, "D", "D", 11);

        nights.counted(1, "E", "REST", 5);
        nights.received(2, "E", "RE", "E", 10);
        nights.dispensed(2, "E", "PE", "E", 3, 3);
        nights.counted(2, "E", "REST", 5);
        nights.counted(2, "E", "E", 5);
        nights.receiptCancelled(3, "E", "RE", "E", 10);
        nights.received(5, "E", "E", 10);
    }

    private static void aDifferenceThatEndsWhileSuperseded() {
        nights.counted(1, "F", "F", 10);
        nights.counted(2, "F", "F", 7);
        nights.consumed(3, "F", "F", 12);
        nights.received(4, "F", "F", 5);
        nights.counted(4, "F", "F", 3);
    }

    private static void aReceiptEnteredTwice() {
        nights.counted(1, "W", "REST", 5);
        nights.counted(1, "G", "REST", 5);
        nights.sent(2, "W", "G", "S1", "G", 10);
        nights.took(2, "G", "G1", "W", "S1", "G", 12);
        nights.took(3, "G", "G2", "W", "S1", "G", 12);
        nights.takingCancelled(4, "G", "G2", "W", "S1", "G", 12);
        nights.took(5, "G", "G1", "W", "S1", "G", 10);
    }

    private static void substitutedLots() {
        nights.sent(1, "W", "H", "S2", "H1", 5);
        nights.sent(1, "W", "H", "S2", "H2", 5);
        nights.took(4, "H", "H1", "W", "S2", "H1", 4);
        nights.took(5, "H", "H2", "W", "S2", "H1", 3);
        nights.took(6, "H", "H3", "W", "S2", "H2", 3);

        nights.sent(2, "W", "I", "S3", "I1", 5);
        nights.sent(2, "W", "I", "S3", "I2", 5);
        nights.took(3, "I", "I1", "W", "S3", "I1", 4);
        nights.took(3, "I", "I2", "W", "S3", "I1", 4);
        nights.took(4, "I", "I3", "W", "S3", "I2", 2);
    }

    private static void anOverfilledPrescription() {
        nights.dispensed(2, "X", "PX", "X", 2, 3);
        nights.dispensed(3, "Y", "PX", "X", 2, 1);
    }

    private static void twoExpiries() {
        nights.counted(1, "X", "REST", 5);
        nights.counted(1, "Z", "REST", 5);
        nights.expires("Z", "2026-05-31");
        nights.received(2, "X", "Z", 3);
        nights.expires("Z", "2026-06-30");
        nights.counted(2, "Z", "REST", 5);
        nights.counted(2, "Z", "Z", 2);
        nights.counted(5, "Z", "REST", 5);
    }

    /** The nights that list a rule at a lot: day, status, numbers, and the day first seen. */
    private static List<String> told(String rule, String lot) throws SQLException {
        try (LakeQuery lake = new LakeQuery(nights.lake())) {
            return lake.rows("""
                    select run, status, expected_quantity, actual_quantity, first_seen_on
                    from discrepancies
                    where rule = '%s' and coalesce(lot, document_no) = '%s'
                    order by run
                    """.formatted(rule, lot)).stream()
                    .map(row -> "%d %s %s/%s since %d"
                            .formatted(
                                    dayOf(row, "run"),
                                    row.get("status"),
                                    row.get("expected_quantity"),
                                    row.get("actual_quantity"),
                                    dayOf(row, "first_seen_on")))
                    .toList();
        }
    }

    private static long dayOf(Map<String, String> row, String column) {
        return LocalDate.parse(row.get(column)).toEpochDay() - day(1).toEpochDay() + 1;
    }

    private static Map<String, String> words(String rule, String lot, int day) throws SQLException {
        try (LakeQuery lake = new LakeQuery(nights.lake())) {
            return lake.rows("""
                    select explanation_en, explanation_es, discrepancy_id
                    from discrepancies where rule = '%s' and lot = '%s' and run = '%s'
                    """.formatted(rule, lot, day(day))).get(0);
        }
    }

    @Test
    void aDifferenceOutlastsABookBelowZeroAndANightWithoutACount() throws SQLException {
        assertThat(told("STK-01", "A"))
                .containsExactly(
                        "2 NEW 50/45 since 2",
                        "3 SUPERSEDED 50/45 since 2",
                        "4 REOPENED -10/20 since 2",
                        "5 PERSISTING -10/20 since 2",
                        "6 RESOLVED -10/20 since 2");
        assertThat(told("STK-02", "A")).containsExactly("3 NEW 0/-10 since 3", "4 RESOLVED 0/-10 since 3");
    }

    @Test
    void whatTakesItIsNamedInBothLanguages() throws SQLException {
        Map<String, String> words = words("STK-01", "A", 3);
        assertThat(words.get("explanation_en"))
                .endsWith("Difference: -5. It still holds, but STK-02 has precedence and is listed in its place:"
                        + " these are its last numbers.");
        assertThat(words.get("explanation_es"))
                .endsWith("Diferencia: -5. Sigue cumpliéndose, pero STK-02 tiene precedencia y se lista en su lugar:"
                        + " estos son sus últimos números.");
        assertThat(words("STK-01", "A", 4).get("explanation_en")).endsWith("It had ended and came back.");
        assertThat(words("STK-01", "E", 3).get("explanation_en")).contains("but DSP-01 has precedence");
    }

    @Test
    void explainTellsThatItWasSupersededAndWhatToLookAt() throws SQLException {
        String id = String.valueOf(words("STK-01", "F", 3).get("discrepancy_id"));
        String told = RunCommand.with(nights.configuration(), "explain", id, "--language", "en")
                .requireDone()
                .out();
        assertThat(told)
                .contains(
                        "Superseded by another rule on " + day(3) + "; first seen on " + day(2),
                        day(3) + ": superseded by another rule; expected 10, actual 7",
                        "It still held when another rule took it")
                .doesNotContain("Nothing is left to do", "Recount.");
    }

    @Test
    void whatIsSupersededIsNotOpenAndComesAfterWhatIs() throws SQLException {
        String listed = RunCommand.with(
                        nights.configuration(),
                        "show",
                        "discrepancies",
                        "--date",
                        day(3).toString(),
                        "--status",
                        "SUPERSEDED",
                        "--format",
                        "csv")
                .requireDone()
                .out();
        assertThat(listed.lines().skip(1)).hasSize(5).allMatch(line -> line.contains("SUPERSEDED"));
        try (LakeQuery lake = new LakeQuery(nights.lake())) {
            long open = lake.number("select count(*) from discrepancies where run = '%s'".formatted(day(3)) + " and"
                    + " status not in ('RESOLVED', 'SUPERSEDED')");
            assertThat(RunCommand.with(nights.configuration(), "show", "nights", "--format", "json")
                            .requireDone()
                            .out())
                    .containsPattern("\"business_date\": ?\"" + day(3) + "\"[^}]*\"open\": ?" + open + "\\b");
        }
    }

    @Test
    void aNightWithoutACountResolvesNothing() throws SQLException {
        assertThat(told("STK-01", "B"))
                .containsExactly(
                        "2 NEW 10/7 since 2",
                        "3 PERSISTING 10/7 since 2",
                        "4 PERSISTING 10/7 since 2",
                        "5 RESOLVED 10/7 since 2");
    }

    @Test
    void aReceiptTurnsAPhantomLotIntoADifferenceAndItsReversalTurnsThatBack() throws SQLException {
        assertThat(told("STK-03", "C"))
                .containsExactly(
                        "2 NEW 0/4 since 2",
                        "3 PERSISTING 0/4 since 2",
                        "4 RESOLVED 0/4 since 2",
                        "5 REOPENED 0/4 since 2",
                        "6 RESOLVED 0/4 since 2");
        assertThat(told("STK-01", "C")).containsExactly("4 NEW 0/4 since 4", "5 SUPERSEDED 0/4 since 4");
    }

    @Test
    void aBookBelowZeroIsTakenByWhatWasDispensedWithoutEntryAndComesBack() throws SQLException {
        assertThat(told("STK-02", "D"))
                .containsExactly(
                        "2 NEW 0/-2 since 2",
                        "3 SUPERSEDED 0/-2 since 2",
                        "4 REOPENED 0/-1 since 2",
                        "5 PERSISTING 0/-1 since 2",
                        "6 PERSISTING 0/-1 since 2",
                        "7 PERSISTING 0/-1 since 2");
        assertThat(told("DSP-01", "D")).containsExactly("3 NEW 0/12 since 3", "4 RESOLVED 0/12 since 3");
    }

    @Test
    void aDifferenceIsTakenByWhatWasDispensedWithoutEntryAndComesBack() throws SQLException {
        assertThat(told("STK-01", "E"))
                .containsExactly(
                        "2 NEW 7/5 since 2",
                        "3 SUPERSEDED 7/5 since 2",
                        "5 REOPENED 7/5 since 2",
                        "6 PERSISTING 7/5 since 2",
                        "7 PERSISTING 7/5 since 2");
        assertThat(told("STK-02", "E")).isEmpty();
        assertThat(told("DSP-01", "E"))
                .containsExactly("3 NEW 0/3 since 3", "4 PERSISTING 0/3 since 3", "5 RESOLVED 0/3 since 3");
    }

    @Test
    void whatEndsWhileItIsSupersededIsNotToldAgain() throws SQLException {
        assertThat(told("STK-01", "F")).containsExactly("2 NEW 10/7 since 2", "3 SUPERSEDED 10/7 since 2");
        assertThat(told("STK-02", "F")).containsExactly("3 NEW 0/-2 since 3", "4 RESOLVED 0/-2 since 3");
    }

    @Test
    void whatCameTooManyIsTakenByAReceiptEnteredTwiceAndComesBack() throws SQLException {
        assertThat(told("SHP-04", "G"))
                .containsExactly(
                        "2 NEW 10/12 since 2",
                        "3 SUPERSEDED 10/12 since 2",
                        "4 REOPENED 10/12 since 2",
                        "5 RESOLVED 10/12 since 2");
        assertThat(told("SHP-08", "G")).containsExactly("3 NEW 10/24 since 3", "4 RESOLVED 10/24 since 3");
    }

    @Test
    void aSubstitutionEndsWhatItLeavesOut() throws SQLException {
        assertThat(told("SHP-01", "H1")).containsExactly("3 NEW 5/0 since 3", "4 RESOLVED 5/0 since 3");
        assertThat(told("SHP-03", "H1")).containsExactly("4 NEW 5/4 since 4", "5 RESOLVED 5/4 since 4");
        assertThat(told("SHP-04", "H1")).containsExactly("5 NEW 5/7 since 5", "6 RESOLVED 5/7 since 5");
        assertThat(told("SHP-01", "H2"))
                .containsExactly(
                        "3 NEW 5/0 since 3",
                        "4 PERSISTING 5/0 since 3",
                        "5 PERSISTING 5/0 since 3",
                        "6 RESOLVED 5/0 since 3");
        assertThat(told("SHP-05", "S2")).containsExactly("6 NEW 10/8 since 6");
        assertThat(told("SHP-08", "I1")).containsExactly("3 NEW 5/8 since 3", "4 RESOLVED 5/8 since 3");
        assertThat(told("SHP-05", "S3")).containsExactly("4 NEW 10/7 since 4");
    }

    @Test
    void aSecondSiteIsToldInPlaceOfTheOverfill() throws SQLException {
        assertThat(told("DSP-03", "PX")).containsExactly("2 NEW 2/3 since 2");
        assertThat(told("DSP-04", "PX")).containsExactly("3 NEW 2/4 since 3");
    }

    @Test
    void aCountedExpiryConflictsUntilItIsCountedAgainAndTheExpiriesAreNamed() throws SQLException {
        assertThat(told("LOT-02", "Z"))
                .containsExactly(
                        "2 NEW 1/2 since 2",
                        "3 PERSISTING 1/2 since 2",
                        "4 PERSISTING 1/2 since 2",
                        "5 RESOLVED 1/2 since 2");
        for (int day : List.of(2, 4, 5)) {
            Map<String, String> words = words("LOT-02", "Z", day);
            assertThat(words.get("explanation_en"))
                    .contains("appears with 2 expiry dates (2026-05-31, 2026-06-30); a lot has 1.");
            assertThat(words.get("explanation_es"))
                    .contains("aparece con 2 fechas de caducidad (2026-05-31, 2026-06-30); un lote tiene 1.");
        }
    }

    @Test
    void theBalanceKeepsTheLastCount() throws SQLException {
        try (LakeQuery lake = new LakeQuery(nights.lake())) {
            assertThat(lake.rows("""
                    select run, counted, variance, last_counted_on, last_counted, last_variance
                    from stock_balance where clues = '%s' order by run
                    """.formatted(clues("B"))).stream()
                            .map(row -> dayOf(row, "run") + ": " + row.get("counted") + " " + row.get("variance") + ", "
                                    + dayOf(row, "last_counted_on") + " " + row.get("last_counted") + " "
                                    + row.get("last_variance")))
                    .containsExactly(
                            "1: 10 0, 1 10 0",
                            "2: 7 -3, 2 7 -3",
                            "3: null null, 2 7 -3",
                            "4: null null, 2 7 -3",
                            "5: 15 0, 5 15 0",
                            "6: null null, 5 15 0",
                            "7: null null, 5 15 0");
        }
    }
}
