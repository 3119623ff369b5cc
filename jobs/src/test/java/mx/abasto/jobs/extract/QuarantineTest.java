package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reasons of contract section 2, each alone and against its neighbours. */
class QuarantineTest {
    private static final String STOCK = "clues,counted_on,clave,lot,expires_on,quantity";
    private static final String RECEIPTS =
            "receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,order_no,"
                    + "clave,lot,expires_on,quantity,cancelled";
    private static final String ADJUSTMENTS =
            "document_no,line_no,clues,adjusted_on,reason,clave,lot,expires_on,quantity,cancelled";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",2025-01-15,010.000.0022.00,L1,,5 | MISSING_VALUE clues null",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,, | MISSING_VALUE quantity null",
                "BCIMB00001,2025-01-15,010.000.0022.00,L1,,5 | BAD_CLUES clues BCIMB00001",
                "bcimb000010,2025-01-15,010.000.0022.00,L1,,5 | BAD_CLUES clues bcimb000010",
                "BCIMB000010,2025-01-15,010.000.0022,L1,,5 |",
                "BCIMB000010,2025-01-15,010.000.22,L1,,5 | BAD_CLAVE clave 010.000.22",
                "BCIMB000010,15/01/2025,010.000.0022.00,L1,,5 | BAD_DATE counted_on 15/01/2025",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,2025-02-30,5 | BAD_DATE expires_on 2025-02-30",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,5.0 | BAD_NUMBER quantity 5.0",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,999999999999 |",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,000999999999999 |",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,1000000000000 | OUT_OF_RANGE quantity 1000000000000",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,9223372036854775807 | OUT_OF_RANGE quantity 9223372036854775807",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,9223372036854775808 | OUT_OF_RANGE quantity 9223372036854775808",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,-999999999999 | BAD_SIGN quantity -999999999999",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,-1000000000000 | OUT_OF_RANGE quantity -1000000000000",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,-9223372036854775808 | OUT_OF_RANGE quantity -9223372036854775808",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,-9223372036854775809 | OUT_OF_RANGE quantity -9223372036854775809",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,0 |",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,-1 | BAD_SIGN quantity -1",
                "BCIMB000010,2025-01-14,010.000.0022.00,L1,,5 | WRONG_DATE counted_on 2025-01-14",
                "BCIMB000010,2025-01-16,010.000.0022.00,L1,,5 | WRONG_DATE counted_on 2025-01-16",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,1999-01-01,5 |",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,5,6 | FIELD_COUNT null null",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,5 | FIELD_COUNT null null",
                "BCIMB000010,2025-01-15,010.000.0022.00,\"L1,,5 | UNCLOSED_QUOTE lot null",
                "\"BCIMB000010,2025-01-15,010.000.0022.00,L1,,5 | UNCLOSED_QUOTE clues null",
                // The first reason in the contract's order, then the first column.
                "BCIMB00001,2025-1-15,0,L1,x, | MISSING_VALUE quantity null",
                ",,,,, | MISSING_VALUE clues null",
                "BCIMB00001,2025-1-15,0,L1,x,y | BAD_CLUES clues BCIMB00001",
                "BCIMB000010,2025-1-15,0,L1,x,y | BAD_CLAVE clave 0",
                "BCIMB000010,2025-1-15,010.000.0022,L1,x,y | BAD_DATE counted_on 2025-1-15",
                "BCIMB000010,2025-01-14,010.000.0022,L1,x,y | BAD_DATE expires_on x",
                "BCIMB000010,2025-01-14,010.000.0022,L1,,y | BAD_NUMBER quantity y",
                "BCIMB000010,2025-01-14,010.000.0022,L1,,-1 | BAD_SIGN quantity -1"
            })
    void stock(String line, @Nullable String reason) throws IOException {
        assertReason("stock", STOCK, line, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R1,1,BCIMB000010,2025-01-15,SUPPLIER,,,,010.000.0022.00,,,5, |",
                "R1,-1,BCIMB000010,2025-01-15,TRANSFER,UNIDAD 8,S1,,010.000.0022.00,,,5,false |",
                "R1,9223372036854775807,BCIMB000010,2025-01-15,SUPPLIER,,,,010.000.0022.00,,,999999999999, |",
                "R1,-9223372036854775808,BCIMB000010,2025-01-15,SUPPLIER,,,,010.000.0022.00,,,5, |",
                "R1,9223372036854775808,BCIMB000010,2025-01-15,SUPPLIER,,,,010.000.0022.00,,,5, | OUT_OF_RANGE line_no"
                        + " 9223372036854775808",
                "R1,1,BCIMB000010,2025-01-15,TRANSFER,,S1,,010.000.0022.00,,,5, | MISSING_VALUE origin_clues null",
                "R1,1,BCIMB000010,2025-01-15,TRANSFER,BCIMB000034,,,010.000.0022.00,,,5, | MISSING_VALUE shipment_no null",
                "R1,1,BCIMB000010,2025-01-15,TRANSFER,,,,,,,5, | MISSING_VALUE origin_clues null",
                "R1,,BCIMB000010,2025-01-15,TRANSFER,,,,,,,5, | MISSING_VALUE line_no null",
                "R1,1,BCIMB000010,2025-01-15,TRANSFER,here,S1,,010.000.0022.00,,,5, | BAD_CLUES origin_clues here",
                "R1,1,BCIMB000010,2025-01-15,SUPPLIER,here,,,010.000.0022.00,,,5, | BAD_CLUES origin_clues here",
                "R1,1,BCIMB000010,2025-01-15,transfer,,,,010.000.0022.00,,,5, | UNKNOWN_VALUE source transfer",
                "R1,1,BCIMB000010,2025-01-15,SUPPLIER,,,,010.000.0022.00,,,5,yes | UNKNOWN_VALUE cancelled yes",
                "R1,1,BCIMB000010,2025-01-15,OTHER,,,,010.000.0022.00,,,5,TRUE | UNKNOWN_VALUE source OTHER",
                "R1,1,BCIMB000010,2025-01-15,SUPPLIER,,,,010.000.0022.00,,,0, | BAD_SIGN quantity 0",
                "R1,1,BCIMB000010,2025-01-16,SUPPLIER,,,,010.000.0022.00,,,0, | BAD_SIGN quantity 0",
                "R1,1,BCIMB000010,2025-01-16,SUPPLIER,,,,010.000.0022.00,,,1, | FUTURE_DATE received_on 2025-01-16",
                "R1,1,BCIMB000010,1999-01-16,SUPPLIER,,,,010.000.0022.00,,2300-01-01,1, |",
                "R1,1.5,BCIMB000010,2025-01-15,SUPPLIER,,,,010.000.0022.00,,,99999999999999999999, | BAD_NUMBER line_no 1.5"
            })
    void receipts(String line, @Nullable String reason) throws IOException {
        assertReason("receipts", RECEIPTS, line, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXPIRED | -1 |",
                "EXPIRED | 1 | BAD_SIGN quantity 1",
                "FOUND | 1 |",
                "FOUND | -1 | BAD_SIGN quantity -1",
                "RECOUNT | -1 |",
                "RECOUNT | 1 |",
                "RECOUNT | 0 | BAD_SIGN quantity 0",
                "EXPIRED | -999999999999 |",
                "EXPIRED | -1000000000000 | OUT_OF_RANGE quantity -1000000000000",
                "FOUND | 999999999999 |",
                "FOUND | 1000000000000 | OUT_OF_RANGE quantity 1000000000000",
                "expired | 0 | UNKNOWN_VALUE reason expired",
                "EXPIRED | x | BAD_NUMBER quantity x"
            })
    void adjustments(String word, String quantity, @Nullable String reason) throws IOException {
        String line = "D1,1,BCIMB000010,2025-01-15," + word + ",010.000.0022.00,L1,," + quantity + ",";
        assertReason("adjustments", ADJUSTMENTS, line, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 |",
                "1 | 1 |",
                "0 | 1 | BAD_SIGN prescribed_quantity 0",
                "1 | -1 | BAD_SIGN dispensed_quantity -1",
                "0 | -1 | BAD_SIGN prescribed_quantity 0",
                "999999999999 | 999999999999 |",
                "1000000000000 | 1 | OUT_OF_RANGE prescribed_quantity 1000000000000",
                "1 | 1000000000000 | OUT_OF_RANGE dispensed_quantity 1000000000000"
            })
    void dispensations(String prescribed, String dispensed, @Nullable String reason) throws IOException {
        String header = "prescription_no,line_no,clues,prescribed_on,dispensed_on,clave,lot,prescribed_quantity,"
                + "dispensed_quantity";
        String line = "P1,1,BCIMB000010,2025-01-20,2025-01-15,010.000.0022.00,L1," + prescribed + "," + dispensed;
        assertReason("dispensations", header, line, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 |",
                "-5 |",
                "x | BAD_NUMBER requested_quantity x",
                "-999999999999 |",
                "-1000000000000 | OUT_OF_RANGE requested_quantity -1000000000000"
            })
    void aRequestedQuantityHasAnySign(String requested, @Nullable String reason) throws IOException {
        String header = "shipment_no,line_no,clues,destination_clues,shipped_on,clave,quantity,requested_quantity";
        String line = "S1,1,BCIMB000010,BCIMB000034,2025-01-15,010.000.0022.00,3," + requested;
        assertReason("distributions", header, line, reason);
    }

    @Test
    void aTransferNeedsColumnsThatAFileOfSupplierReceiptsMayLack() throws IOException {
        String header = "receipt_no,line_no,clues,received_on,source,clave,quantity";

        assertReason("receipts", header, "R1,1,BCIMB000010,2025-01-15,SUPPLIER,010.000.0022.00,5", null);
        assertReason(
                "receipts",
                header,
                "R1,1,BCIMB000010,2025-01-15,TRANSFER,010.000.0022.00,5",
                "MISSING_VALUE origin_clues null");
    }

    @Test
    void aRowThatIsNotInItsCharsetIsBadText() throws IOException {
        byte[] bytes =
                (STOCK + "\nBCIMB000010,2025-01-15,010.000.0022.00, LÓT ,,x").getBytes(StandardCharsets.ISO_8859_1);

        Delivery delivery = Delivery.of("stock", bytes);

        assertThat(delivery.onlyReason()).isEqualTo("BAD_TEXT lot L\uFFFDT");
        assertThat(delivery.quarantined.get(0).row().raw()).contains("\"lot\":\" L\uFFFDT \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFFFF", "L\uFFFF1"})
    void aNoncharacterThatWasReallySentIsBadText(String lot) throws IOException {
        Delivery delivery = Delivery.of("stock", STOCK, "BCIMB000010,2025-01-15,010.000.0022.00," + lot + ",,5");

        assertThat(delivery.onlyReason()).startsWith("BAD_TEXT lot ");
    }

    @Test
    void badTextInAColumnThatIsDroppedCostsNothing() throws IOException {
        byte[] bytes = (STOCK + ",name\nBCIMB000010,2025-01-15,010.000.0022.00,L1,,5,Pérez")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Delivery.of("stock", bytes).accepted).hasSize(1);
    }

    @Test
    void badTextComesBeforeAnUnclosedQuoteAndAfterTheFieldCount() throws IOException {
        byte[] unclosed =
                (STOCK + "\nBCIMB000010,2025-01-15,010.000.0022.00,\"LÓT,,5").getBytes(StandardCharsets.ISO_8859_1);
        byte[] miscounted =
                (STOCK + "\nBCIMB000010,2025-01-15,010.000.0022.00,LÓT,5").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Delivery.of("stock", unclosed).onlyReason()).isEqualTo("BAD_TEXT lot L\uFFFDT,,5");
        assertThat(Delivery.of("stock", miscounted).onlyReason()).isEqualTo("FIELD_COUNT null null");
    }

    @Test
    void badTextOfOneRowDoesNotReachTheNext() throws IOException {
        byte[] bytes = (STOCK + "\nBCIMB000010,2025-01-15,010.000.0022.00,LÓT,,5\n"
                        + "BCIMB000010,2025-01-15,010.000.0022.00,LOT,,5")
                .getBytes(StandardCharsets.ISO_8859_1);

        Delivery delivery = Delivery.of("stock", bytes);

        assertThat(delivery.quarantined).extracting(Delivery.Bad::rowNo).containsExactly(1L);
        assertThat(delivery.accepted).extracting(Delivery.Row::rowNo).containsExactly(2L);
    }

    @Test
    void aBadCellIsBadAgainInTheNextRow() throws IOException {
        String bad = "BCIMB000010,2025-01-14,010.000.0022.00,L1,,-1";

        Delivery delivery = Delivery.of("stock", STOCK, bad, bad, bad);

        assertThat(delivery.quarantined).hasSize(3);
    }

    @Test
    void rawIsWhatWasSentInTheContractsColumnsOnly() throws IOException {
        Delivery delivery = Delivery.of(
                "stock",
                "quantity,patient,clues,clave,counted_on,lot",
                "\" 5,\"\"0\"\"\\ \",Juan,UNIDAD 8,010.000.0022.00,2025-01-15,\"a\r\n\tb\u0001é\"");

        Quarantined row = delivery.quarantined.get(0).row();
        assertThat(row.raw())
                .isEqualTo("{\"quantity\":\" 5,\\\"0\\\"\\\\ \",\"clues\":\"UNIDAD 8\",\"clave\":\"010.000.0022.00\","
                        + "\"counted_on\":\"2025-01-15\",\"lot\":\"a\\r\\n\\tb\\u0001é\"}");
        assertThat(row.clues()).isEqualTo("BCIMB000034");
    }

    @Test
    void rawOfAMalformedRowIsByPosition() throws IOException {
        assertThat(raw(STOCK, "BCIMB000010,2025-01-15,x"))
                .isEqualTo("{\"clues\":\"BCIMB000010\",\"counted_on\":\"2025-01-15\",\"clave\":\"x\"}");
        assertThat(raw(STOCK, "BCIMB000010,2025-01-15,x,,,5,7,8"))
                .isEqualTo("{\"clues\":\"BCIMB000010\",\"counted_on\":\"2025-01-15\",\"clave\":\"x\",\"lot\":\"\","
                        + "\"expires_on\":\"\",\"quantity\":\"5\"}");
        assertThat(raw(STOCK, "BCIMB000010,\"2025-01-15,x"))
                .isEqualTo("{\"clues\":\"BCIMB000010\",\"counted_on\":\"2025-01-15,x\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5,L1,Juan,2025-01-15,BCIMB000010",
                "L1,Juan,2025-01-15,010.000.0022.00,BCIMB000010",
                "5,x,L1,Juan,2025-01-15,010.000.0022.00,BCIMB000010",
                "5,L1,Juan, Pérez,2025-01-15,010.000.0022.00,BCIMB000010",
                "5,\"L1,Juan,2025-01-15,010.000.0022.00,BCIMB000010",
                "5,L1,\"Juan,2025-01-15,010.000.0022.00,BCIMB000010",
                "5,\"L1\"x,Juan,2025-01-15,010.000.0022.00,BCIMB000010",
                "5,L1,Juan",
                "Juan"
            })
    void whatMayStandInADroppedColumnNeverReachesQuarantineHoweverTheRowIsBroken(String line) throws IOException {
        Delivery delivery = Delivery.of("stock", "quantity,lot,patient,counted_on,clave,clues", line);

        assertThat(delivery.quarantined).hasSize(1);
        assertThat(delivery.quarantined.toString()).doesNotContain("Juan").doesNotContain("Pérez");
    }

    private static String raw(String header, String line) throws IOException {
        return Delivery.of("stock", header, line).quarantined.get(0).row().raw();
    }

    private static void assertReason(String extract, String header, String line, @Nullable String reason)
            throws IOException {
        Delivery delivery = Delivery.of(extract, header, line);
        if (reason == null) {
            assertThat(delivery.quarantined).isEmpty();
            assertThat(delivery.accepted).hasSize(1);
        } else {
            assertThat(delivery.onlyReason()).isEqualTo(reason);
        }
    }
}
