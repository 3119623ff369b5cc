package mx.abasto.jobs.inventory;

import static mx.abasto.jobs.inventory.WrittenWeek.MONDAY;
import static mx.abasto.jobs.inventory.WrittenWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Contract section 7, transfer_suggestions, a case a clave. One hospital has far too much of each, in lots of its own;
 * three health centres of its state lack some of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestedTransfersTest {
    private static final String GIVER = "OCSSA000001";
    private static final String TAKER = "OCSSA000002";
    private static final String OTHER = "OCSSA000003";
    private static final String THIRD = "OCSSA000004";
    private static final String WAREHOUSE = "OCSSA000009";

    private static final String NEVER_HELD = "010.000.0001.00";
    private static final String NEVER_HELD_ON_THE_ROAD = "010.000.0002.00";
    private static final String HELD_AND_NEVER_USED = "010.000.0003.00";
    private static final String USED_WITHOUT_MINIMUM = "010.000.0004.00";
    private static final String LOTS_THAT_STAY = "010.000.0005.00";
    private static final String NOT_AUTHORISED = "010.000.0006.00";
    private static final String BELOW_ZERO = "010.000.0007.00";
    private static final String LITTLE = "010.000.0008.00";
    private static final String NEVER_USED_ON_THE_ROAD = "010.000.0009.00";
    private static final List<String> CLAVES = List.of(
            NEVER_HELD,
            NEVER_HELD_ON_THE_ROAD,
            HELD_AND_NEVER_USED,
            USED_WITHOUT_MINIMUM,
            LOTS_THAT_STAY,
            NOT_AUTHORISED,
            BELOW_ZERO,
            LITTLE,
            NEVER_USED_ON_THE_ROAD);

    private final WrittenWeek week = WrittenWeek.named("suggested-transfers");

    /** The extracts whose header is written. */
    private final Set<String> begun = new HashSet<>();

    @BeforeAll
    void writeTheWeek() {
        referenceData();
        week.sent(MONDAY, "stock", TAKER, "clues,counted_on,clave,lot,expires_on,quantity");
        week.sent(MONDAY, "stock", OTHER, "clues,counted_on,clave,lot,expires_on,quantity");
        week.sent(MONDAY, "stock", THIRD, "clues,counted_on,clave,lot,expires_on,quantity");
        week.sent(MONDAY, "stock", WAREHOUSE, "clues,counted_on,clave,lot,expires_on,quantity");
        week.sent(MONDAY, "stock", GIVER, "clues,counted_on,clave,lot,expires_on,quantity");
        week.sent(MONDAY, "consumptions", GIVER, "clues,document_no,line_no,consumed_on,clave,lot,quantity");
        for (String clave : CLAVES) {
            if (!clave.equals(LITTLE)) {
                opening(GIVER, clave, "GOOD", "2027-12-31", 500);
            }
            // 7 pieces in 7 nights are 30.4 a month: one a day, so that the giver keeps 10.
            consumed(GIVER, clave, clave.equals(LITTLE) ? "LITTLE" : "GOOD", 7);
        }
        inVain(TAKER, NEVER_HELD, 8);
        inVain(TAKER, NEVER_HELD_ON_THE_ROAD, 8);
        onTheRoad(NEVER_HELD_ON_THE_ROAD, 5);
        inVain(TAKER, HELD_AND_NEVER_USED, 6);
        opening(TAKER, HELD_AND_NEVER_USED, "L", "2027-12-31", 4);
        lost(TAKER, HELD_AND_NEVER_USED, 4);
        inVain(TAKER, NEVER_USED_ON_THE_ROAD, 6);
        opening(TAKER, NEVER_USED_ON_THE_ROAD, "L", "2027-12-31", 4);
        lost(TAKER, NEVER_USED_ON_THE_ROAD, 4);
        onTheRoad(NEVER_USED_ON_THE_ROAD, 2);
        inVain(TAKER, USED_WITHOUT_MINIMUM, 9);
        dispensed(TAKER, USED_WITHOUT_MINIMUM, 3);
        lots();
        inVain(TAKER, NOT_AUTHORISED, 8);
        dispensed(OTHER, BELOW_ZERO, 12);
        onTheRoadTo(OTHER, BELOW_ZERO, 3);
        little();
        week.made();
    }

    private void referenceData() {
        week.reference(
                "sites",
                "clues,name,kind,state",
                GIVER + ",Giver,HOSPITAL,20",
                TAKER + ",Taker,HEALTH_CENTRE,20",
                OTHER + ",Other,HEALTH_CENTRE,20",
                THIRD + ",Third,HEALTH_CENTRE,20",
                WAREHOUSE + ",Warehouse,STATE_WAREHOUSE,09");
        week.reference("catalogue", "clave,description,group");
        week.reference("assortment", "scope,clave,min_days,max_days");
        for (String clave : CLAVES) {
            week.reference("catalogue", clave + ",Supply,MEDICINE");
            week.reference("assortment", "HOSPITAL," + clave + ",5,10");
            if (!clave.equals(NOT_AUTHORISED)) {
                week.reference("assortment", TAKER + "," + clave + ",,");
            }
        }
        week.reference("assortment", OTHER + "," + BELOW_ZERO + ",10,20");
        week.reference("assortment", OTHER + "," + LITTLE + ",30,40", THIRD + "," + LITTLE + ",30,40");
        week.reference(
                "recalls",
                "clave,lot,alert,effective_on",
                LOTS_THAT_STAY + ",RECALLED,A1,2025-01-12",
                LOTS_THAT_STAY + ",LATER,A2,2025-01-13",
                NEVER_HELD + ",RECALLED,A1,2025-01-01");
    }

    private void opening(String clues, String clave, String lot, String expires, int quantity) {
        week.sent(MONDAY, "stock", clues, "%s,%s,%s,%s,%s,%d".formatted(clues, MONDAY, clave, lot, expires, quantity));
    }

    private void consumed(String clues, String clave, String lot, int quantity) {
        week.sent(
                MONDAY,
                "consumptions",
                clues,
                "%s,D%s,1,%s,%s,%s,%d".formatted(clues, clave, MONDAY, clave, lot, quantity));
    }

    private void prescription(String clues, String clave, String number, int prescribed, int dispensed) {
        if (begun.add("dispensations " + clues)) {
            week.sent(
                    MONDAY.plusDays(1),
                    "dispensations",
                    clues,
                    "prescription_no,line_no,clues,dispensed_on,clave,lot,prescribed_quantity,dispensed_quantity");
        }
        week.sent(
                MONDAY.plusDays(1),
                "dispensations",
                clues,
                "%s-%s-%s,1,%s,%s,%s,L,%d,%d"
                        .formatted(number, clues, clave, clues, MONDAY.plusDays(1), clave, prescribed, dispensed));
    }

    private void inVain(String clues, String clave, int quantity) {
        prescription(clues, clave, "V", quantity, 0);
    }

    private void dispensed(String clues, String clave, int quantity) {
        opening(clues, clave, "L", "2027-12-31", 1);
        prescription(clues, clave, "F", quantity, quantity);
    }

    private void lost(String clues, String clave, int quantity) {
        if (begun.add("adjustments")) {
            week.sent(SUNDAY, "adjustments", clues, "clues,document_no,line_no,adjusted_on,reason,clave,lot,quantity");
        }
        week.sent(
                SUNDAY,
                "adjustments",
                clues,
                "%s,A%s,1,%s,LOST,%s,L,%d".formatted(clues, clave, SUNDAY, clave, -quantity));
    }

    private void onTheRoad(String clave, int quantity) {
        onTheRoadTo(TAKER, clave, quantity);
    }

    private void onTheRoadTo(String destination, String clave, int quantity) {
        if (begun.add("distributions")) {
            week.sent(
                    SUNDAY,
                    "distributions",
                    WAREHOUSE,
                    "shipment_no,line_no,clues,destination_clues,shipped_on,clave,lot,quantity");
        }
        week.sent(
                SUNDAY,
                "distributions",
                WAREHOUSE,
                "S%s,1,%s,%s,%s,%s,W,%d".formatted(clave, WAREHOUSE, destination, SUNDAY, clave, quantity));
    }

    /** Lots in all sorts of states, each of 10 pieces, beside the good one. */
    private void lots() {
        opening(GIVER, LOTS_THAT_STAY, "EXPIRED", "2025-01-11", 10);
        opening(GIVER, LOTS_THAT_STAY, "RECALLED", "2025-03-01", 10);
        opening(GIVER, LOTS_THAT_STAY, "LATER", "2025-03-02", 10);
        opening(GIVER, LOTS_THAT_STAY, "ARRIVES-LATE", "2025-01-19", 10);
        opening(GIVER, LOTS_THAT_STAY, "ARRIVES-IN-TIME", "2025-01-20", 10);
        inVain(TAKER, LOTS_THAT_STAY, 25);
    }

    /** 22 pieces to give, to three that are out of it: without a known use, with one of 4 a day, and with 2 a day. */
    private void little() {
        opening(GIVER, LITTLE, "LITTLE", "2027-12-31", 32);
        inVain(TAKER, LITTLE, 6);
        dispensed(OTHER, LITTLE, 4);
        dispensed(THIRD, LITTLE, 2);
    }

    private List<String> suggested(String clave) {
        return week.rows("""
                select taker_clues, taker_status, taker_need, lot, quantity
                from week_transfer_suggestions where clave = '%s' order by quantity, expires_on, lot, taker_clues
                """.formatted(clave));
    }

    @Test
    void aSiteWithoutMinimumThatNeverHeldItGetsWhatWasPrescribedInVain() {
        assertThat(suggested(NEVER_HELD)).containsExactly(TAKER + " OUT 8 GOOD 8");
    }

    @Test
    void whatIsOnTheRoadIsTakenOffWhereNothingTellsTheUse() {
        assertThat(suggested(NEVER_HELD_ON_THE_ROAD)).containsExactly(TAKER + " OUT 3 GOOD 3");
    }

    @Test
    void aSiteThatHeldItAndUsedNoneGetsWhatWasPrescribedInVain() {
        assertThat(week.rows("select amc from week_key_inventory where clues = '%s' and clave = '%s'"
                        .formatted(TAKER, HELD_AND_NEVER_USED)))
                .containsExactly("0.000");
        assertThat(suggested(HELD_AND_NEVER_USED)).containsExactly(TAKER + " OUT 6 GOOD 6");
        assertThat(suggested(NEVER_USED_ON_THE_ROAD)).containsExactly(TAKER + " OUT 4 GOOD 4");
    }

    @Test
    void aSiteWithoutMinimumWhoseUseIsKnownGetsNothing() {
        assertThat(suggested(USED_WITHOUT_MINIMUM)).isEmpty();
    }

    @Test
    void aSiteThatIsNotAuthorisedGetsNothing() {
        assertThat(week.rows(
                        "select stock_status, prescribed from week_key_inventory where clues = '%s' and clave = '%s'"
                                .formatted(TAKER, NOT_AUTHORISED)))
                .containsExactly("OUT 8");
        assertThat(suggested(NOT_AUTHORISED)).isEmpty();
    }

    @Test
    void whatIsExpiredOrRecalledByTheWeeksEndStaysAndTheNearestExpiryThatArrivesInTimeGoesFirst() {
        assertThat(suggested(LOTS_THAT_STAY))
                .containsExactly(
                        TAKER + " OUT 25 GOOD 5", TAKER + " OUT 25 ARRIVES-IN-TIME 10", TAKER + " OUT 25 LATER 10");
    }

    @Test
    void aBookBelowZeroCountsAsEmptyAndWhatIsOnTheRoadIsTakenOffToo() {
        // 12 in the one night that it was in stock are 364.8 a month: 120 for 10 days, less 3.
        assertThat(suggested(BELOW_ZERO)).containsExactly(OTHER + " OUT 117 GOOD 117");
    }

    @Test
    void whoseUseIsNotKnownComesLast() {
        // The giver has 32 and keeps 10; of the two whose use is known, the other has 3 less than none and uses 4 a
        // day.
        assertThat(suggested(LITTLE)).containsExactly(OTHER + " OUT 120 LITTLE 22");
    }
}
