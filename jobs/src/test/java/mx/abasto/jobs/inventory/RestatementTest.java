package mx.abasto.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One site and clave over three weeks: W02 (from 6 January 2025), W03 (13) and W04 (20). */
class RestatementTest {
    private static final String BEFORE = "2025-01-03";
    private static final String W02 = "2025-01-08";
    private static final String W03 = "2025-01-15";
    private static final String W04 = "2025-01-22";

    private static final List<IsoWeek> WEEKS =
            List.of(new IsoWeek(2025, 2), new IsoWeek(2025, 3), new IsoWeek(2025, 4));

    @TempDir
    private Path spill;

    private Session session;

    @BeforeEach
    void open() {
        session = Session.open(new EngineLimits("256MB", 1, spill));
        session.run("week", "create table week as select '2025-W04' as week, 1 as revision");
        session.run("known", "create table known as select date '2025-01-26' as known_on");
        session.view("known_movements", NightlyDatasets.MOVEMENTS, List.of());
        session.view("published_inventory", WeeklyDatasets.KEY_INVENTORY, List.of());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void published(String week, String monday, int opening, int dispensed, int closing) {
        session.run("published", """
                insert into published_inventory (week, week_start, revision, clues, clave, opening, received_supplier,
                    received_transfer, distributed, dispensed, consumed, adjusted, closing)
                values ('%s', date '%s', 1, 'A', 'C', %d, 0, 0, 0, %d, 0, 0, %d)
                """.formatted(week, monday, opening, dispensed, closing));
    }

    private void publishedWeeks(int w02Dispensed, int w03Dispensed, int w04Dispensed) {
        published("2025-W02", "2025-01-06", 10, w02Dispensed, 10 - w02Dispensed);
        published("2025-W03", "2025-01-13", 10 - w02Dispensed, w03Dispensed, 10 - w02Dispensed - w03Dispensed);
        published(
                "2025-W04",
                "2025-01-20",
                10 - w02Dispensed - w03Dispensed,
                w04Dispensed,
                10 - w02Dispensed - w03Dispensed - w04Dispensed);
    }

    private void dispensed(String event, String posting, int quantity) {
        movement(event, posting, quantity, "'SITE', 'A', 'PATIENT', null", false);
    }

    private void takenBack(String event, String posting, int quantity) {
        movement(event, posting, quantity, "'PATIENT', null, 'SITE', 'A'", true);
    }

    private void movement(String event, String posting, int quantity, String accounts, boolean reversal) {
        session.run("movement", """
                insert into known_movements (posting_date, event_date, kind, from_account, from_id, to_account, to_id,
                    clave, lot, quantity, reversal, extract, clues, document_no, line_no, file, row_no)
                values (date '%s', date '%s', 'DISPENSATION', %s, 'C', 'L', %d, %b, 'dispensations', 'A', 'R1', 1,
                    'dispensations_A', (select count(*) from known_movements))
                """.formatted(posting, event, accounts, quantity, reversal));
    }

    /** Week, column, published → restated, by how many movements that sum to what. */
    private List<String> restated() throws SQLException {
        RestatementStep.restate(session, WEEKS);
        List<String> found = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("""
                        select restated_week, "column", published, restated, movement_rows, len(movements) as listed,
                            difference, list_sum(list_transform(movements, movement -> movement.quantity)) as moved
                        from restatement order by restated_week, "column"
                        """)) {
            while (row.next()) {
                found.add("%s %s %d → %d by %d (%d)"
                        .formatted(
                                row.getString("restated_week").substring(5),
                                row.getString("column"),
                                row.getLong("published"),
                                row.getLong("restated"),
                                row.getLong("movement_rows"),
                                row.getLong("moved")));
                assertThat(row.getLong("listed")).isEqualTo(Math.min(20, row.getLong("movement_rows")));
                assertThat(row.getLong("restated") - row.getLong("published")).isEqualTo(row.getLong("difference"));
            }
        }
        return found;
    }

    @Test
    void whatWasPostedInItsOwnWeekRestatesNothing() throws SQLException {
        publishedWeeks(1, 2, 3);
        dispensed(W02, W02, 1);
        dispensed("2025-01-13", "2025-01-19", 2);

        assertThat(restated()).isEmpty();
    }

    @Test
    void aLateMovementLeavesTheWeekThatItWasPostedInForItsOwn() throws SQLException {
        publishedWeeks(0, 3, 0);
        dispensed(W02, W03, 3);

        assertThat(restated())
                .containsExactly(
                        "W02 closing 10 → 7 by 1 (-3)",
                        "W02 dispensed 0 → 3 by 1 (3)",
                        "W03 dispensed 3 → 0 by 1 (-3)",
                        "W03 opening 10 → 7 by 1 (-3)");
    }

    @Test
    void aLateMovementThatIsCancelledAgainChangesOnlyTheWeeksThatSawIt() throws SQLException {
        publishedWeeks(0, 3, -3);
        dispensed(W02, W03, 3);
        takenBack(W02, W04, 3);

        assertThat(restated())
                .containsExactly(
                        "W03 closing 7 → 10 by 1 (3)",
                        "W03 dispensed 3 → 0 by 1 (-3)",
                        "W04 dispensed -3 → 0 by 1 (3)",
                        "W04 opening 7 → 10 by 1 (3)");
    }

    @Test
    void aCorrectionOfACorrectionLeavesTheLastWord() throws SQLException {
        publishedWeeks(5, 1, -2);
        dispensed(W02, W02, 5);
        takenBack(W02, W03, 5);
        dispensed(W02, W03, 6);
        takenBack(W02, W04, 6);
        dispensed(W02, W04, 4);

        assertThat(restated())
                .containsExactly(
                        "W02 closing 5 → 6 by 4 (1)",
                        "W02 dispensed 5 → 4 by 4 (-1)",
                        "W03 closing 4 → 6 by 2 (2)",
                        "W03 dispensed 1 → 0 by 2 (-1)",
                        "W03 opening 5 → 6 by 4 (1)",
                        "W04 dispensed -2 → 0 by 2 (2)",
                        "W04 opening 4 → 6 by 2 (2)");
    }

    @Test
    void aMovementFromBeforeTheFirstWeekCountsInItsOpening() throws SQLException {
        publishedWeeks(4, 0, 0);
        dispensed(BEFORE, W02, 4);

        assertThat(restated()).containsExactly("W02 dispensed 4 → 0 by 1 (-4)", "W02 opening 10 → 6 by 1 (-4)");
    }

    @Test
    void aSiteAndClaveWithoutARowHadNothing() throws SQLException {
        published("2025-W03", "2025-01-13", 0, 2, -2);
        session.run("w02", """
                insert into published_inventory (week, week_start, revision, clues, clave)
                values ('2025-W02', date '2025-01-06', 3, 'another', 'C')
                """);
        dispensed(W02, W03, 2);

        assertThat(restated()).contains("W02 closing 0 → -2 by 1 (-2)", "W02 dispensed 0 → 2 by 1 (2)");
    }

    @Test
    void ofManyMovementsTwentyAreListed() throws SQLException {
        publishedWeeks(0, 25, 0);
        for (int number = 0; number < 25; number++) {
            dispensed(W02, W03, 1);
        }

        assertThat(restated()).contains("W02 dispensed 0 → 25 by 25 (20)");
    }
}
