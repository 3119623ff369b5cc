package mx.abasto.jobs.nightly;

import static mx.abasto.jobs.nightly.SentNights.clues;
import static mx.abasto.jobs.nightly.SentNights.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.lake.LakeQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When an empty cell leaves the balance, and with what it comes back (contract section 5, stock_balance): here after more
 * than 2 quiet days, whose last possible row is that of day 4 if all of it is gone on day 2.
 */
class RetiredCellsNightTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SentNights nights;

    @BeforeAll
    static void process() {
        nights = new SentNights(folder, "retire-days: 2", "A", "B", "C", "D", "E");
        anEmptyCellThatComesBack();
        aDifferenceThatNobodyCountsAgain();
        aDifferenceThatIsCountedAwayAndComesBack();
        aCellThatWasNeverCounted();
        nights.process(8);
    }

    private static void anEmptyCellThatComesBack() {
        nights.expires("A", "2026-05-31");
        nights.counted(1, "A", "A", 5);
        nights.consumed(2, "A", "A", 5);
        nights.counted(2, "A", "A", 0);
        nights.counted(6, "A", "REST", 1);
        nights.expires("A", "");
        nights.received(7, "A", "A", 3);
    }

    private static void aDifferenceThatNobodyCountsAgain() {
        nights.counted(1, "B", "B", 5);
        nights.consumed(2, "B", "B", 5);
        nights.counted(2, "B", "B", 1);
    }

    private static void aDifferenceThatIsCountedAwayAndComesBack() {
        nights.counted(1, "C", "C", 5);
        nights.consumed(2, "C", "C", 5);
        nights.counted(2, "C", "C", 1);
        nights.counted(6, "C", "C", 0);
        nights.received(7, "C", "C", 4);
    }

    private static void aCellThatWasNeverCounted() {
        nights.received(1, "D", "D", 5);
        nights.consumed(2, "D", "D", 5);
        nights.received(7, "D", "D", 2);
    }

    /** The nights on which a site's cell has a row: day, book, expiry, inbound to date, and what was counted last. */
    private static List<String> rows(String site) throws SQLException {
        try (LakeQuery lake = new LakeQuery(nights.lake())) {
            return lake.rows("""
                    select * from stock_balance where clues = '%s' and lot = '%s' order by run
                    """.formatted(clues(site), site)).stream()
                    .map(row -> "%s: %s %s in %s, counted %s %s %s"
                            .formatted(
                                    dayOf(row, "run"),
                                    row.get("book"),
                                    row.get("expires_on"),
                                    row.get("inbound_to_date"),
                                    dayOf(row, "last_counted_on"),
                                    row.get("last_counted"),
                                    row.get("last_variance")))
                    .toList();
        }
    }

    private static String dayOf(Map<String, String> row, String column) {
        String date = String.valueOf(row.get(column));
        return date.equals("null")
                ? "never"
                : String.valueOf(LocalDate.parse(date).toEpochDay() - day(1).toEpochDay() + 1);
    }

    private static List<String> differences(String lot) throws SQLException {
        try (LakeQuery lake = new LakeQuery(nights.lake())) {
            return lake.rows("""
                    select run, status, expected_quantity || '/' || actual_quantity as numbers
                    from discrepancies where rule = 'STK-01' and lot = '%s' order by run
                    """.formatted(lot)).stream()
                    .map(row -> dayOf(row, "run") + " " + row.get("status") + " " + row.get("numbers"))
                    .toList();
        }
    }

    @Test
    void anEmptyCellLeavesAndComesBackWithAllThatItHad() throws SQLException {
        assertThat(rows("A"))
                .containsExactly(
                        "1: 5 2026-05-31 in 5, counted 1 5 0",
                        "2: 0 2026-05-31 in 5, counted 2 0 0",
                        "3: 0 2026-05-31 in 5, counted 2 0 0",
                        "4: 0 2026-05-31 in 5, counted 2 0 0",
                        "7: 3 2026-05-31 in 8, counted 2 0 0",
                        "8: 3 2026-05-31 in 8, counted 2 0 0");
    }

    @Test
    void aDifferenceKeepsItsRowHoweverLongNobodyCounts() throws SQLException {
        assertThat(rows("B")).hasSize(8).last().isEqualTo("8: 0 null in 5, counted 2 1 1");
        assertThat(differences("B"))
                .containsExactly(
                        "2 NEW 0/1",
                        "3 PERSISTING 0/1",
                        "4 PERSISTING 0/1",
                        "5 PERSISTING 0/1",
                        "6 PERSISTING 0/1",
                        "7 PERSISTING 0/1",
                        "8 PERSISTING 0/1");
    }

    @Test
    void theCountThatEndsADifferenceIsTheOneThatTheCellComesBackWith() throws SQLException {
        assertThat(rows("C"))
                .endsWith(
                        "5: 0 null in 5, counted 2 1 1",
                        "7: 4 null in 9, counted 6 0 0",
                        "8: 4 null in 9, counted 6 0 0");
        assertThat(differences("C")).last().isEqualTo("6 RESOLVED 0/1");
    }

    @Test
    void aCellThatWasNeverCountedLeavesToo() throws SQLException {
        assertThat(rows("D"))
                .containsExactly(
                        "1: 5 null in 5, counted never null null",
                        "2: 0 null in 5, counted never null null",
                        "3: 0 null in 5, counted never null null",
                        "4: 0 null in 5, counted never null null",
                        "7: 2 null in 7, counted never null null",
                        "8: 2 null in 7, counted never null null");
    }
}
