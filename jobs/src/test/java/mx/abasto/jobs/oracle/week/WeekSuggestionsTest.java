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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The weekly oracle's {@code transfer_suggestions} of a week computed by hand. The other unit gives: it holds 500 pieces
 * at week end, 10 of which go a night, and keeps 20 days of them, 200 pieces.
 */
class WeekSuggestionsTest {
    private static final String BANDS = "scope,clave,min_days,max_days";
    private static final String GIVER_BAND = OTHER_UNIT + "," + CLAVE + ",5,20";

    @TempDir
    Path folder = Path.of("");

    private TinyLake lake;

    @BeforeEach
    void write() {
        lake = new TinyLake(folder, 1).holds(OTHER_UNIT, "L1", "", 570, 10).allReport();
        lake.reference("assortment.csv", BANDS, GIVER_BAND, UNIT + "," + CLAVE + ",7,30");
    }

    /** Who gets how many pieces of which lot, in order. */
    private List<String> moved() {
        return TinyLake.rows(lake.week(1), "transfer_suggestions").stream()
                .map(row -> row.get("taker_clues") + " " + row.get("quantity") + " of " + row.get("lot"))
                .toList();
    }

    @Test
    void whoLacksGetsUpToItsMinDays() {
        lake.holds(UNIT, "L1", "", 70, 9);
        // 7 left, 9 a night: 63 are wanted for 7 days.
        assertThat(moved()).containsExactly(UNIT + " 56 of L1");
        assertThat(TinyLake.row(lake.week(1), "transfer_suggestions"))
                .containsEntry("taker_status", "LOW")
                .containsEntry("giver_surplus", BigInteger.valueOf(300))
                .containsEntry("taker_days_before", new BigDecimal("0.78"))
                .containsEntry("taker_days_after", new BigDecimal("7.00"))
                .containsEntry("giver_days_before", new BigDecimal("50.00"))
                .containsEntry("giver_days_after", new BigDecimal("44.40"))
                .containsEntry("value", new BigDecimal("140.00"));
    }

    @Test
    void whatIsOnTheRoadIsNotNeeded() {
        lake.holds(UNIT, "L1", "", 70, 9);
        lake.night(7).ships(UNIT, 40, 10, "SHORT");
        assertThat(moved()).containsExactly(UNIT + " 26 of L1");
    }

    @Test
    void withoutMinDaysNothingIsNeededOfWhatIsUsedUp() {
        lake.reference("assortment.csv", BANDS, GIVER_BAND, UNIT + "," + CLAVE + ",,30");
        lake.holds(UNIT, "L1", "", 63, 9);
        lake.night(7).prescribes(UNIT, 12, 4);
        assertThat(moved()).isEmpty();
    }

    @Test
    void whatWasNeverInStockIsNeededAsFarAsItWasNotFilledWithoutMinDaysToo() {
        lake.reference("assortment.csv", BANDS, GIVER_BAND, UNIT + "," + CLAVE + ",,");
        lake.night(2).prescribes(UNIT, 9, 0);
        lake.night(4).prescribes(UNIT, 3, 4);
        assertThat(moved()).containsExactly(UNIT + " 8 of L1");
        lake.night(7).ships(UNIT, 5, 0, "IN_TRANSIT");
        assertThat(moved()).containsExactly(UNIT + " 3 of L1");
    }

    @Test
    void whatWasInStockAndNotUsedUpIsNeededAsFarAsItWasNotFilled() {
        lake.night(1).posts("OPENING", UNIT, "L1", "", 5).prescribes(UNIT, 8, 2);
        lake.night(3).posts("ADJUSTMENT", UNIT, "L1", "", -5);
        assertThat(moved()).containsExactly(UNIT + " 6 of L1");
    }

    @Test
    void aNegativeBookCountsAsEmpty() {
        lake.holds(UNIT, "L1", "", 20, 9);
        // 63 used on the 2 nights that ended with any in stock: 220.5 for 7 days, and none of the 43 that are owed.
        assertThat(moved()).containsExactly(UNIT + " 221 of L1");
    }

    @Test
    void whoIsNotAuthorisedGetsNothing() {
        lake.reference("assortment.csv", BANDS, GIVER_BAND);
        lake.night(2).prescribes(UNIT, 9, 0);
        assertThat(moved()).isEmpty();
    }

    @Test
    void anotherStateGetsNothing() {
        lake.reference("assortment.csv", BANDS, GIVER_BAND, CENTRAL + "," + CLAVE + ",7,30");
        lake.night(2).prescribes(CENTRAL, 9, 0);
        assertThat(moved()).isEmpty();
    }

    @Test
    void aRecalledLotStaysFromTheDayOfItsRecallOn() {
        lake.night(2).prescribes(UNIT, 9, 0);
        lake.reference("recalls.csv", "clave,lot,alert,effective_on", CLAVE + ",L1,A1,2025-01-13");
        assertThat(moved()).containsExactly(UNIT + " 9 of L1");
        lake.reference("recalls.csv", "clave,lot,alert,effective_on", CLAVE + ",L1,A1,2025-01-12");
        assertThat(moved()).isEmpty();
    }

    @Test
    void aLotStaysThatDoesNotArriveBeforeItExpires() {
        lake.night(1).posts("ADJUSTMENT", OTHER_UNIT, "L1", "2025-01-19", -1);
        lake.night(2).prescribes(UNIT, 9, 0);
        assertThat(moved()).isEmpty();
        lake.reference("aliases.csv", "alias,clues", "OCSSA000019," + OTHER_UNIT);
        lake.reference("routes.csv", "origin_clues,destination_clues,transit_days", "OCSSA000019," + UNIT + ",6");
        assertThat(moved()).containsExactly(UNIT + " 9 of L1");
    }

    @Test
    void nearestExpiryGoesFirstThenWhatHasNone() {
        lake.holds(OTHER_UNIT, "L0", "2026-01-31", 3, 0).holds(OTHER_UNIT, "L2", "2025-06-30", 4, 0);
        lake.night(2).prescribes(UNIT, 9, 0);
        assertThat(moved()).containsExactly(UNIT + " 4 of L2", UNIT + " 3 of L0", UNIT + " 2 of L1");
    }

    @Test
    void whoIsOutComesBeforeWhoIsLowAndThenTheFewestDays() {
        lake.reference(
                "assortment.csv", BANDS, GIVER_BAND, "HOSPITAL," + CLAVE + ",9,30", WAREHOUSE + "," + CLAVE + ",9,99");
        lake.reference(
                "sites.csv",
                "clues,name,kind,state,region,active_from,active_to",
                UNIT + ",Unit,HOSPITAL,20,SUR,,",
                OTHER_UNIT + ",Other unit,HEALTH_CENTRE,20,SUR,,",
                WAREHOUSE + ",Warehouse,STATE_WAREHOUSE,20,SUR,,",
                CENTRAL + ",Another unit,HOSPITAL,20,CENTRO,,");
        // The warehouse never had any; the unit is out; another unit has 5 left, not two days.
        lake.night(2).prescribes(WAREHOUSE, 9, 0);
        lake.holds(UNIT, "L1", "", 21, 3).holds(CENTRAL, "L1", "", 26, 3);
        assertThat(moved()).containsExactly(UNIT + " 32 of L1", WAREHOUSE + " 9 of L1", CENTRAL + " 22 of L1");
    }

    @Test
    void aGiverThatKeepsItsMaxDaysGivesNoMore() {
        lake.reference("assortment.csv", BANDS, GIVER_BAND, UNIT + "," + CLAVE + ",60,90");
        lake.holds(UNIT, "L1", "", 70, 9);
        assertThat(moved()).containsExactly(UNIT + " 300 of L1");
    }
}
