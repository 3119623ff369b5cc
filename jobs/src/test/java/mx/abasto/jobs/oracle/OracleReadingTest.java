package mx.abasto.jobs.oracle;

import static mx.abasto.jobs.oracle.Given.H;
import static mx.abasto.jobs.oracle.Given.KEY;
import static mx.abasto.jobs.oracle.Given.RECEIPTS;
import static mx.abasto.jobs.oracle.Given.STOCK;
import static mx.abasto.jobs.oracle.Given.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected values were found by hand from contract section 2. */
class OracleReadingTest {

    private static final String GOOD = "R1,%d," + H + ",2025-01-06,SUPPLIER,,,," + KEY + ",L1,,5,";

    @TempDir
    Path folder = Path.of("");

    private List<String> quarantine(String... rows) {
        Given given = new Given(folder);
        given.file(1, "receipts", H, RECEIPTS, rows);
        return seen(given.run(1), "quarantine", "row_no", "reason", "column", "value", "clues");
    }

    private static String row(int line, String from, String to) {
        return GOOD.formatted(line).replace(from, to);
    }

    @Test
    void each_form_error_has_its_reason_column_and_value() {
        assertEquals(
                List.of(
                        "1 FIELD_COUNT null null " + H,
                        "2 MISSING_VALUE clave null " + H,
                        "3 BAD_CLUES clues H1 null",
                        "4 BAD_CLAVE clave 10.22 " + H,
                        "5 BAD_DATE received_on 06/01/2025 " + H,
                        "6 BAD_NUMBER quantity 5.0 " + H,
                        "7 OUT_OF_RANGE quantity 1000000000000 " + H,
                        "8 UNKNOWN_VALUE source GIFT " + H,
                        "9 BAD_SIGN quantity 0 " + H),
                quarantine(
                        row(1, ",5,", ",5,,"),
                        row(2, KEY, " "),
                        row(3, H, "H1"),
                        row(4, KEY, "10.22"),
                        row(5, "2025-01-06", "06/01/2025"),
                        row(6, ",5,", ",5.0,"),
                        row(7, ",5,", ",1000000000000,"),
                        row(8, "SUPPLIER", "GIFT"),
                        row(9, ",5,", ",0,")));
    }

    @Test
    void the_first_reason_in_the_contracts_order_wins() {
        // The missing shipment_no of a transfer comes before the bad date and the bad clave.
        assertEquals(
                List.of(
                        "1 MISSING_VALUE shipment_no null " + H,
                        "2 BAD_CLAVE clave x " + H,
                        "3 FUTURE_DATE received_on 2025-01-07 " + H),
                quarantine(
                        "R1,1," + H + ",x,TRANSFER," + H + ",,,x,L1,,5,",
                        row(2, "2025-01-06", "x").replace(KEY, "x"),
                        row(3, "2025-01-06", "2025-01-07")));
    }

    @Test
    void rows_that_give_one_key_with_different_content_are_quarantined_all() {
        assertEquals(
                List.of(
                        "1 KEY_CONFLICT null null " + H,
                        "3 KEY_CONFLICT null null " + H,
                        "4 KEY_CONFLICT null null " + H),
                quarantine(row(1, "", ""), row(2, "", ""), row(1, ",5,", ",6,"), row(1, "", ""), row(2, "", "")));
    }

    @Test
    void a_quantity_at_the_bound_is_posted_and_a_line_no_may_be_larger() {
        Given given = new Given(folder);
        given.file(
                1,
                "receipts",
                H,
                RECEIPTS,
                row(1, ",5,", ",999999999999,"),
                GOOD.replace("%d", "9223372036854775807"),
                GOOD.replace("%d", "9223372036854775808"));
        OracleNight night = given.run(1);
        assertEquals(List.of("1 999999999999", "2 5"), seen(night, "movements", "row_no", "quantity"));
        assertEquals(List.of("3 OUT_OF_RANGE line_no"), seen(night, "quarantine", "row_no", "reason", "column"));
    }

    @Test
    void equal_rows_of_one_cell_in_one_count_are_a_conflict_unless_the_profile_adds_them() {
        Given given = new Given(folder);
        String row = H + ",2025-01-06," + KEY + ",%s,%s,%s";
        given.named(
                1,
                "conteo_" + H + "_20250106.csv",
                STOCK,
                row.formatted("A", "2026-01-01", "10"),
                row.formatted("B", "", "1"),
                row.formatted("A", "2027-01-01", "10"),
                row.formatted("A", "", "10"),
                row.formatted("C", "", "4"),
                row.formatted("C", "", "x"),
                row.formatted("D", "", "999999999999"),
                row.formatted("D", "", "1"));
        Layout layout = new Layout("stock", "conteo", java.util.Map.of(), java.util.Map.of(), java.util.Map.of());
        OracleNight added = given.oracle(new OracleProfile("shelves", List.of(layout), true), false)
                .night(Given.D1);
        assertEquals(
                List.of("1 A 2027-01-01 30", "2 B null 1"),
                seen(added, "counts", "row_no", "lot", "expires_on", "quantity"));
        assertEquals(
                List.of("5 KEY_CONFLICT", "6 BAD_NUMBER", "7 KEY_CONFLICT", "8 KEY_CONFLICT"),
                seen(added, "quarantine", "row_no", "reason"));
        assertEquals(
                List.of("8 4 4 0 ACCEPTED"),
                seen(added, "files", "rows", "accepted", "quarantined", "duplicates", "status"));
        OracleNight refused = given.oracle(new OracleProfile("sai", List.of(layout), false), false)
                .night(Given.D1);
        assertEquals(List.of("2 B 1", "5 C 4"), seen(refused, "counts", "row_no", "lot", "quantity"));
    }

    @Test
    void an_unclosed_quote_costs_the_line_that_it_opens_on() {
        Given given = new Given(folder);
        String content = "\uFEFF quantity,clues,counted_on,clave,lot\r\n"
                + "\r\n"
                + "1," + H + ",2025-01-06," + KEY + ",\"a\nb\"\r"
                + "   \n"
                + "2," + H + ",2025-01-06," + KEY + ",\"open\r\n"
                + "3," + H + ",2025-01-06," + KEY + ",\"c\"\"d\"\r\n"
                + "4," + H + ",2025-01-06,\"" + KEY + ",e\n"
                + "5," + H + ",2025-01-06," + KEY + ",";
        given.bytes(1, "stock_" + H + "_20250106.csv", content.getBytes(StandardCharsets.UTF_8));
        OracleNight night = given.run(1);
        assertEquals(List.of("1 a\nb 1", "3 c\"d 3", "5 NO-LOT 5"), seen(night, "counts", "row_no", "lot", "quantity"));
        assertEquals(
                List.of("2 UNCLOSED_QUOTE null " + H, "4 UNCLOSED_QUOTE null " + H),
                seen(night, "quarantine", "row_no", "reason", "column", "clues"));
    }

    @Test
    void a_row_out_of_its_charset_costs_only_itself() {
        Given given = new Given(folder);
        String content = RECEIPTS + "\n" + row(1, "L1", "L\u00D1") + "\n" + row(2, "", "") + "\n";
        given.bytes(1, "receipts_" + H + "_20250106.csv", content.getBytes(StandardCharsets.ISO_8859_1));
        OracleNight night = given.run(1);
        assertEquals(
                List.of("1 BAD_TEXT lot L\uFFFD"), seen(night, "quarantine", "row_no", "reason", "column", "value"));
        assertEquals(List.of("2"), seen(night, "movements", "row_no"));
    }

    @Test
    void files_that_cannot_be_read_are_rejected() throws IOException {
        Given given = new Given(folder);
        byte[] whole = Given.gzip(RECEIPTS + "\n" + row(1, "", "") + "\n");
        given.bytes(1, "receipts_a_20250106.csv.gz", whole);
        given.bytes(1, "receipts_b_20250106.csv.gz", Arrays.copyOf(whole, whole.length - 9));
        given.bytes(1, "receipts_c_20250106.csv", new byte[0]);
        given.named(1, "receipts_d_20250106.csv", RECEIPTS.replace("quantity", "qty"), row(2, "", ""));
        given.named(1, "receipts_e_20250106.csv", RECEIPTS.toUpperCase(java.util.Locale.ROOT));
        given.named(1, "receipts_e_20250106.txt", RECEIPTS, row(3, "", ""));
        OracleNight night = given.run(1);
        assertEquals(
                List.of(
                        "receipts_a_20250106.csv.gz ACCEPTED 1",
                        "receipts_b_20250106.csv.gz REJECTED 0",
                        "receipts_c_20250106.csv REJECTED 0",
                        "receipts_d_20250106.csv REJECTED 0",
                        "receipts_e_20250106.csv EMPTY 0"),
                seen(night, "files", "file", "status", "rows"));
    }

    @Test
    void a_count_row_lost_makes_unlisted_cells_unknown() {
        Given given = new Given(folder);
        String good = H + ",2025-01-0%d," + KEY + ",%s,,%d";
        given.file(1, "stock", H, STOCK, good.formatted(6, "L1", 3), good.formatted(6, "L2", 4));
        given.file(2, "stock", H, STOCK, good.formatted(7, "L1", 3), good.formatted(6, "L2", 4));
        given.file(3, "stock", H, STOCK, good.formatted(8, "L1", 3));
        Oracle oracle = given.oracle();
        oracle.night(Given.D1);
        OracleNight second = oracle.night(Given.night(2));
        assertEquals(List.of("2 WRONG_DATE counted_on"), seen(second, "quarantine", "row_no", "reason", "column"));
        assertEquals(
                List.of("L1 3 0 2025-01-07", "L2 null null 2025-01-06"),
                seen(second, "stock_balance", "lot", "counted", "variance", "last_counted_on"));
        OracleNight third = oracle.night(Given.night(3));
        assertEquals(
                List.of("L1 3 0 2025-01-08", "L2 0 -4 2025-01-08"),
                seen(third, "stock_balance", "lot", "counted", "variance", "last_counted_on"));
    }
}
