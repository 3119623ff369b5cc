package mx.abasto.jobs.inventory;

import static mx.abasto.jobs.inventory.WrittenWeek.MONDAY;
import static mx.abasto.jobs.inventory.WrittenWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Contract section 7, key_summary and site_summary, and former codes of units in the reference data (section 2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummariesTest {
    private static final String CLAVE = "010.000.0001.00";
    private static final String CENTRAL = "DFSSA000001";
    private static final String STATE = "OCSSA000002";
    private static final String UNIT = "OCSSA000003";
    private static final String CLOSED = "OCIMB000019";
    private static final String NEVER_LISTED = "OCSSA000099";
    private static final String FORMER_UNIT = "OCSSA900003";
    private static final String FORMER_STATE = "OCSSA900002";

    private final WrittenWeek week = WrittenWeek.named("summaries");

    @BeforeAll
    void writeTheWeek() {
        week.reference(
                "sites",
                "clues,name,kind,state,active_to",
                CENTRAL + ",Central,CENTRAL_WAREHOUSE,09,",
                FORMER_STATE + ",State,STATE_WAREHOUSE,20,",
                UNIT + ",Unit,HEALTH_CENTRE,20,",
                // Its check digit fails.
                CLOSED + ",Closed,HEALTH_CENTRE,20,2024-12-31");
        week.reference("catalogue", "clave,description,group", CLAVE + ",Supply,MEDICINE");
        week.reference("aliases", "alias,clues", FORMER_UNIT + "," + UNIT, FORMER_STATE + "," + STATE);
        week.reference("assortment", "scope,clave,min_days,max_days", FORMER_UNIT + "," + CLAVE + ",5,10");
        week.reference(
                "expected",
                "clues,extract",
                FORMER_UNIT + ",stock",
                FORMER_UNIT + ",receipts",
                FORMER_UNIT + ",dispensations",
                STATE + ",stock",
                CENTRAL + ",stock");
        week.reference(
                "routes", "origin_clues,destination_clues,transit_days", FORMER_STATE + "," + FORMER_UNIT + ",3");
        stock(CENTRAL, 1000);
        stock(STATE, 500);
        stock(UNIT, 100);
        sent(CENTRAL, STATE, 210);
        sent(STATE, UNIT, 140);
        week.sent(
                MONDAY.plusDays(2),
                "dispensations",
                UNIT,
                "prescription_no,line_no,clues,dispensed_on,clave,lot,prescribed_quantity,dispensed_quantity",
                "P1,1,%s,%s,%s,L,70,70".formatted(UNIT, MONDAY.plusDays(2), CLAVE));
        week.sentLate(MONDAY.plusDays(3), MONDAY.plusDays(1), "receipts", UNIT, RECEIPTS);
        week.sentLate(
                MONDAY.plusDays(3),
                MONDAY.plusDays(2),
                "receipts",
                UNIT,
                RECEIPTS,
                "R1,1,%s,%s,SUPPLIER,%s,L,1".formatted(UNIT, MONDAY.plusDays(2), CLAVE));
        week.sent(MONDAY.plusDays(4), "receipts", UNIT, RECEIPTS);
        week.made();
    }

    private static final String RECEIPTS = "receipt_no,line_no,clues,received_on,source,clave,lot,quantity";

    private void stock(String clues, int quantity) {
        week.sent(
                MONDAY,
                "stock",
                clues,
                "clues,counted_on,clave,lot,expires_on,quantity",
                "%s,%s,%s,L,2027-12-31,%d".formatted(clues, MONDAY, CLAVE, quantity));
    }

    private void sent(String origin, String destination, int quantity) {
        week.sent(
                SUNDAY,
                "distributions",
                origin,
                "shipment_no,line_no,clues,destination_clues,shipped_on,clave,lot,quantity",
                "S,1,%s,%s,%s,%s,L,%d".formatted(origin, destination, MONDAY.plusDays(5), CLAVE, quantity));
    }

    @Test
    void whatWarehousesHandOnIsNotUsedTwice() {
        // 70 in 7 nights are 304 a month; the warehouses hand on 912 and 608 a month.
        assertThat(week.rows("select clues, amc from week_key_inventory where amc is not null order by clues"))
                .containsExactly(CENTRAL + " 912.000", STATE + " 608.000", UNIT + " 304.000");
        assertThat(week.rows("select scope_id, closing, amc, months_of_stock from week_key_summary order by scope_id"))
                .containsExactly("09 790 null null", "20 391 304.000 1.29", "MX 1181 304.000 3.88");
    }

    @Test
    void aSiteThatOnlyADiscrepancyNamesHasItsRow() {
        assertThat(week.rows("select rule, status, clues from discrepancies where run = '2025-01-12' and clues = '%s'"
                        .formatted(CLOSED)))
                .containsExactly("REF-03 PERSISTING " + CLOSED);
        assertThat(week.rows("select site_name, claves_authorised, extracts_expected, open_low from week_site_summary"
                        + " where clues = '" + CLOSED + "'"))
                .containsExactly("Closed 0 0 1");
        assertThat(week.rows("select clues from week_site_summary order by clues"))
                .containsExactly(CENTRAL, CLOSED, STATE, UNIT)
                .doesNotContain(NEVER_LISTED);
    }

    @Test
    void aLateFileDeliversThoughItHasOnlyItsHeader() {
        // Stock once, dispensations once; receipts once on time and twice late, one of them empty. Of three a night.
        assertThat(week.rows("select extracts_expected, extracts_delivered, extracts_on_time from week_site_summary"
                        + " where clues = '" + UNIT + "'"))
                .containsExactly("21 5 3");
    }

    @Test
    void aFormerCodeAuthorises() {
        assertThat(week.rows("select clues, claves_authorised from week_site_summary order by clues"))
                .contains(UNIT + " 1", STATE + " 0");
    }

    @Test
    void aFormerCodeIsExpectedToDeliver() {
        assertThat(week.rows("select clues, extract, status from extracts where run = '2025-01-12' order by 1, 2"))
                .containsExactly(
                        CENTRAL + " distributions DELIVERED",
                        CENTRAL + " stock MISSING",
                        STATE + " distributions DELIVERED",
                        STATE + " stock MISSING",
                        UNIT + " dispensations MISSING",
                        UNIT + " receipts MISSING",
                        UNIT + " stock MISSING");
    }

    @Test
    void aFormerCodeHasItsRoute() {
        assertThat(week.rows("select origin_clues, due_on from shipments where run = '2025-01-12' order by 1"))
                .containsExactly(CENTRAL + " 2025-01-18", STATE + " 2025-01-14");
    }

    @Test
    void aFormerCodeInTheListOfSitesIsTheSiteOfToday() {
        assertThat(week.rows("select clues, site_name, state from week_site_summary where site_name = 'State'"))
                .containsExactly(STATE + " State 20");
    }

    @Test
    void aSiteUnderItsFormerAndItsPresentCodeIsRefused() {
        WrittenWeek twice = WrittenWeek.named("site-twice")
                .reference("sites", "clues,name,kind,state", FORMER_UNIT + ",A,HOSPITAL,20", UNIT + ",B,HOSPITAL,20")
                .reference("catalogue", "clave,description,group")
                .reference("assortment", "scope,clave,min_days,max_days")
                .reference("aliases", "alias,clues", FORMER_UNIT + "," + UNIT);

        assertThat(twice.processed().exit()).isEqualTo(3);
        assertThat(twice.processed().err())
                .contains("reference/sites.csv, row 2: column clues is \"" + UNIT + "\", as in row 1;");
    }
}
