package mx.abasto.jobs.inventory;

import static mx.abasto.jobs.nightly.SentNights.KEY;
import static mx.abasto.jobs.nightly.SentNights.clues;
import static mx.abasto.jobs.nightly.SentNights.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.nightly.SentNights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night's and a week's count of a clave is, cell by cell (contract sections 5, key_day, and 7). */
class WeekCountsTest {
    private static final String OTHER = "010.000.0106.00";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SentNights nights;

    @BeforeAll
    static void process() {
        nights = new SentNights(folder, "transit-days: 1", "A", "B", "C", "D", "E", "F", "G", "H");
        aBadRowOnSunday();
        aSundayThatListsNothingOfIt();
        aNightWithoutARow();
        aCountAfterANightWithoutARow();
        oneLotOfTwo();
        nights.process(7);
    }

    private static void other(int day, String site, String quantity) {
        nights.add("stock", day, "%s,%s,%s,REST,,%s".formatted(clues(site), day(day), OTHER, quantity));
    }

    private static void aBadRowOnSunday() {
        nights.counted(1, "A", "A", 10);
        nights.counted(6, "A", "A", 9);
        other(6, "A", "5");
        nights.add("stock", 7, "%s,%s,%s,A,,nine".formatted(clues("A"), day(7), KEY));
        other(7, "A", "4");
    }

    private static void aSundayThatListsNothingOfIt() {
        nights.counted(1, "B", "B", 10);
        nights.counted(6, "B", "B", 9);
        other(7, "B", "5");
    }

    /** Prescribed on day 3, when nobody counted; the stock of C is known later, of D before, of E never, of H that night. */
    private static void aNightWithoutARow() {
        for (String site : List.of("C", "D", "E", "H")) {
            nights.dispensed(3, site, "P" + site, "NO-LOT", 5, 0);
        }
        other(1, "C", "5");
        other(5, "C", "5");
        other(1, "D", "5");
        other(1, "E", "5");
        nights.add("stock", 1, "%s,%s,%s,BAD,,nine".formatted(clues("E"), day(1), OTHER));
        other(3, "H", "5");
    }

    private static void aCountAfterANightWithoutARow() {
        other(5, "F", "5");
        nights.received(6, "F", "F", 4);
        nights.counted(6, "F", "F", 3);
        other(6, "F", "five");
    }

    private static void oneLotOfTwo() {
        nights.counted(1, "G", "G1", 10);
        nights.counted(1, "G", "G2", 5);
        nights.counted(7, "G", "G1", 9);
        nights.add("stock", 7, "%s,%s,%s,G2,,five".formatted(clues("G"), day(7), KEY));
    }

    private static String ofNight(String site, int day) throws SQLException {
        return one("select counted, variance from key_day where run = '%s' and clues = '%s' and clave = '%s'"
                .formatted(day(day), clues(site), KEY));
    }

    private static String ofWeek(String site, String clave) throws SQLException {
        return one("select counted, variance from week_key_inventory where clues = '%s' and clave = '%s'"
                .formatted(clues(site), clave));
    }

    private static String one(String sql) throws SQLException {
        try (LakeQuery lake = new LakeQuery(nights.lake())) {
            return String.join(", ", lake.rows(sql).get(0).values());
        }
    }

    @Test
    void aBadRowOnSundayHidesNothingOfSaturday() throws SQLException {
        assertThat(ofNight("A", 6)).isEqualTo("9, -1");
        assertThat(ofNight("A", 7)).isEqualTo("null, null");
        assertThat(ofWeek("A", KEY)).isEqualTo("9, -1");
        assertThat(ofWeek("A", OTHER)).isEqualTo("4, 4");
    }

    @Test
    void whatAWholeCountDoesNotListIsCountedAsNone() throws SQLException {
        assertThat(ofWeek("B", KEY)).isEqualTo("0, -10");
    }

    @Test
    void aNightWithoutARowCountsAsNoneWhereTheWholeStockWasKnown() throws SQLException {
        assertThat(ofNight("C", 3)).isEqualTo("null, null");
        assertThat(ofWeek("C", KEY)).isEqualTo("0, 0");
        assertThat(ofWeek("D", KEY)).isEqualTo("0, 0");
    }

    @Test
    void aClaveWithoutACellIsNoneOnANightOnWhichTheWholeStockIsKnown() throws SQLException {
        assertThat(ofNight("H", 3)).isEqualTo("0, 0");
        assertThat(ofWeek("H", KEY)).isEqualTo("0, 0");
    }

    @Test
    void whereTheStockWasNeverKnownNothingIsCounted() throws SQLException {
        assertThat(ofNight("E", 3)).isEqualTo("null, null");
        assertThat(ofWeek("E", KEY)).isEqualTo("null, null");
        assertThat(ofWeek("E", OTHER)).isEqualTo("5, 0");
    }

    @Test
    void aCountOfALaterNightComesBeforeThatNight() throws SQLException {
        assertThat(ofWeek("F", KEY)).isEqualTo("3, -1");
    }

    @Test
    void theVarianceIsOfTheCellsThatWereCounted() throws SQLException {
        assertThat(ofNight("G", 7)).isEqualTo("9, -1");
        assertThat(ofWeek("G", KEY)).isEqualTo("9, -1");
    }
}
