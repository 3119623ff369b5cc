package mx.abasto.jobs.oracle.week;

import static mx.abasto.jobs.oracle.week.TinyLake.CENTRAL;
import static mx.abasto.jobs.oracle.week.TinyLake.CLAVE;
import static mx.abasto.jobs.oracle.week.TinyLake.OTHER_UNIT;
import static mx.abasto.jobs.oracle.week.TinyLake.UNIT;
import static mx.abasto.jobs.oracle.week.TinyLake.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.jobs.oracle.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly oracle's {@code key_inventory} and {@code key_summary} of weeks computed by hand. */
class WeekInventoryTest {

    @TempDir
    Path folder = Path.of("");

    private TinyLake lake;

    @BeforeEach
    void write() {
        lake = new TinyLake(folder, 1);
    }

    private Row unit() {
        return TinyLake.row(lake.week(1), "key_inventory", "clues=" + UNIT);
    }

    private static void assertCount(Row row, @Nullable Long counted, @Nullable Long variance) {
        assertThat(row)
                .containsEntry("counted", counted == null ? null : BigInteger.valueOf(counted))
                .containsEntry("variance", variance == null ? null : BigInteger.valueOf(variance));
    }

    @Test
    void aSundayWithoutAReadableCountLeavesSaturdays() {
        lake.holds(UNIT, "L1", "", 100, 0).allReport();
        lake.night(6).counts(UNIT, "L1", 97);
        lake.night(7).file("stock_U_20250112.csv", UNIT, "stock", 7, "ACCEPTED").badRow("stock_U_20250112.csv", UNIT);
        assertCount(unit(), 97L, -3L);
    }

    @Test
    void whatWasNeverHeldIsCountedAsNothingWhereTheWholeStockIsKnown() {
        lake.reference("assortment.csv", "scope,clave,min_days,max_days", "HOSPITAL," + CLAVE + ",,");
        lake.night(3).reports(UNIT);
        assertCount(unit(), 0L, 0L);
    }

    @Test
    void whatWasNeverHeldIsNotCountedByACountWithABadRow() {
        lake.reference("assortment.csv", "scope,clave,min_days,max_days", "HOSPITAL," + CLAVE + ",,");
        lake.night(3)
                .reports(UNIT)
                .file("stock_U_20250108.csv", UNIT, "stock", 3, "ACCEPTED")
                .badRow("stock_U_20250108.csv", null);
        assertCount(unit(), null, null);
    }

    @Test
    void aBadRowOfALateFileHidesNothingOfTheNight() {
        lake.reference("assortment.csv", "scope,clave,min_days,max_days", "HOSPITAL," + CLAVE + ",,");
        lake.night(3)
                .reports(UNIT)
                .file("stock_U_20250107.csv", UNIT, "stock", 2, "LATE")
                .badRow("stock_U_20250107.csv", UNIT);
        assertCount(unit(), 0L, 0L);
    }

    @Test
    void aBadRowOfAnyoneHidesTheSitesThatAControlNamesForTheFile() {
        lake.reference("assortment.csv", "scope,clave,min_days,max_days", "HOSPITAL," + CLAVE + ",,");
        lake.control(3, "control_all_20250108.csv", "file,clues", "stock_all_20250108.csv," + UNIT);
        lake.night(3)
                .reports(UNIT, OTHER_UNIT)
                .file("stock_all_20250108.csv", "all", "stock", 3, "ACCEPTED")
                .badRow("stock_all_20250108.csv", null);
        assertCount(unit(), null, null);
    }

    @Test
    void aSiteThatWasNeverHeardCountedNothing() {
        lake.reference("assortment.csv", "scope,clave,min_days,max_days", "HOSPITAL," + CLAVE + ",,");
        assertCount(unit(), null, null);
    }

    @Test
    void whatIsCountedAndNotHeldHasARow() {
        TinyLake weeks = new TinyLake(folder, 2).holds(UNIT, "L1", "", 7, 1);
        assertThat(TinyLake.rows(weeks.week(2), "key_inventory")).isEmpty();
        weeks.night(9).counts(UNIT, "L1", 2);
        Row found = TinyLake.row(weeks.week(2), "key_inventory");
        assertThat(found).containsEntry("closing", BigInteger.ZERO);
        assertCount(found, 2L, 2L);
    }

    @Test
    void anAliasInTheAssortmentStandsForItsSite() {
        lake.reference("aliases.csv", "alias,clues", "OCSSA000019," + UNIT);
        lake.reference("assortment.csv", "scope,clave,min_days,max_days", "OCSSA000019," + CLAVE + ",10,20");
        lake.holds(UNIT, "L1", "", 100, 2).allReport();
        // 86 left, 60.8 a month: 43 days.
        assertThat(unit()).containsEntry("stock_status", "OVER");
        assertThat(TinyLake.row(lake.week(1), "site_summary", "clues=" + UNIT)).containsEntry("claves_authorised", 1);
    }

    @Test
    void aConditionThatAnotherRuleTookIsNotOpen() {
        lake.holds(UNIT, "L1", "", 100, 0);
        lake.night(7)
                .finds("a", UNIT, "HIGH", "SUPERSEDED")
                .finds("b", UNIT, "HIGH", "RESOLVED")
                .finds("c", UNIT, "HIGH", "PERSISTING");
        assertThat(unit()).containsEntry("open_discrepancies", 1L);
        assertThat(TinyLake.row(lake.week(1), "site_summary", "clues=" + UNIT)).containsEntry("open_high", 1L);
        assertThat(TinyLake.row(lake.week(1), "discrepancies", "discrepancy_id=a"))
                .containsEntry("status", "SUPERSEDED");
    }

    @Test
    void whatWarehousesHandOnIsNotUsedTwice() {
        lake.holds(UNIT, "L1", "", 100, 4).allReport();
        lake.holds(OTHER_UNIT, "L1", "", 100, 2);
        for (int night = 1; night <= 7; night++) {
            lake.night(night)
                    .posts("DISTRIBUTION", WAREHOUSE, "L1", "", -6)
                    .posts("DISTRIBUTION", CENTRAL, "L1", "", -9);
        }
        lake.night(1).posts("OPENING", WAREHOUSE, "L1", "", 100).posts("OPENING", CENTRAL, "L1", "", 200);
        // Units: 4 × 30.4 + 2 × 30.4. Of the warehouse 100 − 42, of the units 72 and 86.
        assertThat(TinyLake.row(lake.week(1), "key_summary", "scope=STATE", "scope_id=20"))
                .containsEntry("amc", new BigDecimal("182.400"))
                .containsEntry("closing", new BigDecimal(58 + 72 + 86))
                .containsEntry("months_of_stock", new BigDecimal("1.18"));
        assertThat(TinyLake.row(lake.week(1), "key_summary", "scope=STATE", "scope_id=09"))
                .containsEntry("amc", null)
                .containsEntry("months_of_stock", null);
        assertThat(TinyLake.row(lake.week(1), "key_summary", "scope=NATION"))
                .containsEntry("amc", new BigDecimal("182.400"))
                .containsEntry("months_of_stock", new BigDecimal("1.94"));
    }

    @Test
    void aSiteThatIsNotInTheListIsTheNationsOnly() {
        lake.holds("OCIMB000997", "L1", "", 100, 4);
        assertThat(TinyLake.rows(lake.week(1), "key_summary")).hasSize(1);
        assertThat(TinyLake.row(lake.week(1), "key_summary", "scope=NATION"))
                .containsEntry("amc", new BigDecimal("121.600"));
    }

    @Test
    void aNightOutOfStockIsNoNightOfDemand() {
        lake.night(1).posts("OPENING", UNIT, "L1", "", 10).posts("CONSUMPTION", UNIT, "L1", "", -4);
        lake.night(2).posts("CONSUMPTION", UNIT, "L1", "", -6);
        // 10 pieces on the one night that ended with any.
        assertThat(unit())
                .containsEntry("amc", new BigDecimal("304.000"))
                .containsEntry("stockout_days", 6L)
                .containsEntry("stock_status", "NOT_REPORTED");
    }

    @Test
    void whatIsOnTheRoadIsWhatWasShippedAndDidNotArrive() {
        lake.holds(UNIT, "L1", "", 100, 0).holds(OTHER_UNIT, "L1", "", 100, 0).holds(CENTRAL, "L1", "", 100, 0);
        lake.night(6).ships(UNIT, 90, 0, "IN_TRANSIT");
        lake.night(7)
                .ships(UNIT, 10, 4, "SHORT")
                .ships(OTHER_UNIT, 10, 0, "SUBSTITUTED")
                .ships(CENTRAL, 10, 15, "OVER");
        assertThat(unit()).containsEntry("in_transit", BigInteger.valueOf(6));
        for (String clues : List.of(OTHER_UNIT, CENTRAL)) {
            assertThat(TinyLake.row(lake.week(1), "key_inventory", "clues=" + clues))
                    .containsEntry("in_transit", BigInteger.ZERO);
        }
    }

    @Test
    void flowsAreByPostingNightAndSayWhatIsOfEarlierWeeks() {
        lake.holds(UNIT, "L1", "", 100, 0);
        lake.night(2).posts("RECEIPT", UNIT, CLAVE, "L1", "", 30, LocalDate.of(2025, 1, 5));
        lake.night(3).posts("RECEIPT", UNIT, CLAVE, "L1", "", 7, LocalDate.of(2025, 1, 6));
        assertThat(unit())
                .containsEntry("opening", BigInteger.valueOf(100))
                .containsEntry("received_supplier", BigInteger.valueOf(37))
                .containsEntry("prior_period", BigInteger.valueOf(30))
                .containsEntry("closing", BigInteger.valueOf(137))
                .containsEntry("value", new BigDecimal("342.50"));
    }
}
