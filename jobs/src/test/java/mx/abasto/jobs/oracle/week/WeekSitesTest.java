package mx.abasto.jobs.oracle.week;

import static mx.abasto.jobs.oracle.week.TinyLake.CLAVE;
import static mx.abasto.jobs.oracle.week.TinyLake.OTHER_UNIT;
import static mx.abasto.jobs.oracle.week.TinyLake.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import mx.abasto.jobs.oracle.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly oracle's {@code site_summary} of weeks computed by hand. */
class WeekSitesTest {

    @TempDir
    Path folder = Path.of("");

    private TinyLake lake;

    @BeforeEach
    void write() {
        lake = new TinyLake(folder, 1);
    }

    private Row unit() {
        return TinyLake.row(lake.week(1), "site_summary", "clues=" + UNIT);
    }

    @Test
    void aSiteThatHasOnlyAnOpenDiscrepancyHasARow() {
        lake.night(7)
                .finds("a", "OCIMB000997", "LOW", "PERSISTING")
                .finds("b", "OCIMB000986", "LOW", "RESOLVED")
                .finds("c", "OCIMB000975", "LOW", "SUPERSEDED");
        lake.night(6).finds("d", "OCIMB000964", "LOW", "NEW");
        assertThat(TinyLake.rows(lake.week(1), "site_summary")).hasSize(5).anySatisfy(row -> assertThat(row)
                .containsEntry("clues", "OCIMB000997")
                .containsEntry("site_name", null)
                .containsEntry("open_low", 1L)
                .containsEntry("claves_authorised", 0)
                .containsEntry("availability", null));
    }

    @Test
    void aSiteThatIsClosedHasARowWhereItSendsSomething() {
        lake.reference(
                "sites.csv",
                "clues,name,kind,state,region,active_from,active_to",
                UNIT + ",Unit,HOSPITAL,20,SUR,,2025-01-05",
                OTHER_UNIT + ",Other unit,HOSPITAL,20,SUR,2025-01-13,");
        lake.night(2).extract(UNIT, "receipts", "DELIVERED");
        assertThat(TinyLake.rows(lake.week(1), "site_summary")).hasSize(1);
        assertThat(unit()).containsEntry("extracts_expected", 0).containsEntry("extracts_on_time", 0);
    }

    @Test
    void aLateFileWithOnlyItsHeaderDelivers() {
        lake.reference("expected.csv", "clues,extract", UNIT + ",receipts");
        lake.night(1).extract(UNIT, "receipts", "DELIVERED");
        lake.night(2).extract(UNIT, "receipts", "MISSING");
        lake.night(3)
                .extract(UNIT, "receipts", "MISSING")
                .file("receipts_U_20250107.csv", UNIT, "receipts", 2, "EMPTY");
        lake.night(4).file("receipts_U_20250108.csv", UNIT, "receipts", 3, "LATE");
        // A file of the week before, a file of nothing but duplicates and one that nobody expects.
        lake.night(5)
                .file("receipts_U_20250105.csv", UNIT, "receipts", 0, "LATE")
                .file("receipts_U_20250109.csv", UNIT, "receipts", 4, "REDELIVERED")
                .file("stock_U_20250108.csv", UNIT, "stock", 3, "LATE");
        assertThat(unit())
                .containsEntry("extracts_expected", 7)
                .containsEntry("extracts_delivered", 3)
                .containsEntry("extracts_on_time", 1);
    }

    @Test
    void aLateFileWithOnlyItsHeaderDeliversForTheSitesThatItsControlNames() {
        lake.reference("expected.csv", "clues,extract", UNIT + ",receipts", OTHER_UNIT + ",receipts");
        lake.control(3, "control_all_20250107.csv", "file,clues,rows", "receipts_all_20250107.csv," + UNIT + ",0");
        lake.night(3).file("receipts_all_20250107.csv", "all", "receipts", 2, "EMPTY");
        assertThat(unit()).containsEntry("extracts_delivered", 1);
        assertThat(TinyLake.row(lake.week(1), "site_summary", "clues=" + OTHER_UNIT))
                .containsEntry("extracts_delivered", 0);
    }

    @Test
    void anAliasInWhatIsExpectedStandsForItsSite() {
        lake.reference("aliases.csv", "alias,clues", "OCSSA000019," + UNIT);
        lake.reference("expected.csv", "clues,extract", "OCSSA000019,stock");
        assertThat(unit()).containsEntry("extracts_expected", 7);
    }

    @Test
    void aCellsLastCountOfTheWeekIsTheOneThatIsEqualOrNot() {
        lake.holds(UNIT, "L1", "", 100, 0).holds(UNIT, "L2", "", 50, 0).holds(UNIT, "L3", "", 9, 0);
        lake.night(2).counts(UNIT, "L1", 90).counts(UNIT, "L2", 50);
        lake.night(5).counts(UNIT, "L1", 100);
        assertThat(unit())
                .containsEntry("cells_counted", 2)
                .containsEntry("cells_equal", 2L)
                .containsEntry("inventory_accuracy", new BigDecimal("1.0000"));
    }

    @Test
    void whatIsNotReportedIsNeitherAvailableNorOut() {
        lake.reference(
                "assortment.csv",
                "scope,clave,min_days,max_days",
                "HOSPITAL," + CLAVE + ",,",
                "HEALTH_CENTRE," + CLAVE + ",,");
        lake.night(1).reports(OTHER_UNIT);
        assertThat(unit())
                .containsEntry("claves_not_reported", 1L)
                .containsEntry("claves_out", 0L)
                .containsEntry("availability", new BigDecimal("0.0000"));
        assertThat(TinyLake.row(lake.week(1), "site_summary", "clues=" + OTHER_UNIT))
                .containsEntry("claves_not_reported", 0L)
                .containsEntry("claves_out", 1L);
    }
}
