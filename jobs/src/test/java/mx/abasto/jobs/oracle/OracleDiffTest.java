package mx.abasto.jobs.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OracleDiffTest {

    private static Map<String, Object> lot(String lot, Object lines) {
        return Map.of("clave", "A", "lot", lot, "expires_on", LocalDate.parse("2026-01-31"), "lines", lines);
    }

    @Test
    void equal_rows_in_any_order_and_of_other_java_types_agree() {
        List<Map<String, Object>> oracle = List.of(lot("1", 5L), lot("2", 0L), lot("2", 0L));
        List<Map<String, Object>> product = List.of(lot("2", new BigDecimal("0.000")), lot("1", 5), lot("2", 0));
        assertEquals(List.of(), OracleDiff.of("lots").differences(oracle, product, 10));
    }

    @Test
    void a_difference_names_key_column_and_both_values() {
        assertEquals(
                List.of(
                        "lots {clave=A, lot=1, expires_on=2026-01-31}: lines oracle=5 product=4;",
                        "lots: and 2 more differences"),
                OracleDiff.of("lots")
                        .differences(List.of(lot("1", 5L), lot("2", 1L)), List.of(lot("1", 4L), lot("3", 1L)), 1));
    }

    @Test
    void an_ignored_column_does_not_differ() {
        assertEquals(
                List.of(),
                OracleDiff.of("lots").ignoring("lines").differences(List.of(lot("1", 5L)), List.of(lot("1", 4L)), 1));
    }
}
