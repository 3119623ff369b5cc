package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be planted. The first of each rule are planted before any second of one. */
enum FaultKind {
    SHIPMENT_LOST("SHP-01"),
    SHIPMENT_UNSENT("SHP-02"),
    SHIPMENT_SHORT("SHP-03"),
    SHIPMENT_OVER("SHP-04"),
    LOT_SUBSTITUTED("SHP-05"),
    STOLEN("STK-01"),
    BORROWED_AND_ISSUED("STK-02"),
    BORROWED_AND_KEPT("STK-03"),
    EXPIRED_KEPT("STK-04"),
    DISPENSED_WITHOUT_LOT("DSP-01"),
    EMPTY_FILE_MISSING("EXT-01"),
    ROWS_SPOILED("EXT-04"),
    STOLEN_AND_WRITTEN_OFF("STK-01"),
    SHIPMENT_LATE("SHP-01"),
    EXPIRED_WRITTEN_OFF_LATE("STK-04"),
    CONSUMED_WITHOUT_LOT("STK-02"),
    BORROWED_AND_DISPENSED("DSP-01"),
    COUNTED_WITHOUT_LOT("STK-03"),
    STOCK_FILE_MISSING("EXT-01"),
    SHORT_COMPLETED_LATE("SHP-03"),
    MISLAID_AND_FOUND("STK-01"),
    EXPIRY_MISTYPED("SHP-06"),
    WRONG_DESTINATION("SHP-07"),
    RECEIPT_ENTERED_TWICE("SHP-08"),
    RECEIPT_BACKDATED("SHP-09"),
    EXPIRED_DISPENSED("DSP-02"),
    OVERFILLED("DSP-03"),
    FILLED_AT_TWO_UNITS("DSP-04"),
    RECALL_MISSED("DSP-05"),
    COUNTERFEIT_COUNTED("LOT-01"),
    EXPIRY_MISREAD("LOT-02"),
    ORDER_LATE("ORD-01"),
    ORDER_EXCEEDED("ORD-02"),
    ORDER_UNKNOWN("ORD-03"),
    EXPIRY_MISTYPED_AND_CORRECTED("SHP-06"),
    RECEIPT_ENTERED_TWICE_AND_CANCELLED("SHP-08"),
    SHIPMENT_WRITTEN_LATE("SHP-09"),
    EXPIRED_DONATION_DISPENSED("DSP-02"),
    FILLED_AGAIN_AND_AGAIN("DSP-03"),
    FILLED_AT_TWO_UNITS_ON_ONE_DAY("DSP-04"),
    FILLED_THERE_AND_BACK("DSP-04"),
    RECALLED_DONATION_DISPENSED("DSP-05"),
    COUNTERFEIT_SEIZED("LOT-01"),
    COUNTERFEIT_WITHOUT_ENTRY("LOT-01"),
    EXPIRY_MISREAD_AND_CORRECTED("LOT-02"),
    EXPIRY_COUNTED_WRONG("LOT-02"),
    ORDER_NEVER_DELIVERED("ORD-01"),
    ORDER_COMPLETED_LATE("ORD-01"),
    ORDER_ENTERED_TWICE("ORD-02"),
    ORDER_SENT_LATE("ORD-03"),
    CLAVE_MISTYPED("REF-01"),
    SITE_UNKNOWN("REF-02"),
    SITE_DIGIT_WRONG("REF-03"),
    RECEIPTS_LATE("EXT-02"),
    FILE_UNREADABLE("EXT-03"),
    CONTROL_ROWS_DIFFER("EXT-05"),
    PRESCRIPTIONS_IN_A_DRAWER("EXT-06"),
    ADJUSTMENTS_OUTLYING("SIG-01"),
    UNIT_SILENT("SIG-02"),
    CLAVE_UNKNOWN("REF-01"),
    DESTINATION_MISTYPED("REF-03"),
    STOCK_LATE("EXT-02"),
    ADJUSTMENTS_LATE("EXT-02"),
    UNREADABLE_MENDED("EXT-03"),
    UNREADABLE_SENT_AGAIN("EXT-03"),
    CONTROL_PIECES_DIFFER("EXT-05"),
    CONTROL_HASH_DIFFERS("EXT-05"),
    CONTROLLED_FILE_MISSING("EXT-05");

    private final String rule;

    FaultKind(String rule) {
        this.rule = rule;
    }

    /** The order of a plan: one kind of each rule, then the others. */
    static List<FaultKind> inOrder() {
        Set<String> rules = new HashSet<>();
        List<FaultKind> firsts =
                Arrays.stream(values()).filter(kind -> rules.add(kind.rule)).toList();
        List<FaultKind> order = new ArrayList<>(firsts);
        Arrays.stream(values()).filter(kind -> !firsts.contains(kind)).forEach(order::add);
        return order;
    }

    /** The rule that finds it. */
    String rule() {
        return rule;
    }

    /** Planted as a site's books become files, not in the morning. */
    boolean isInFiles() {
        return rule.startsWith("EXT");
    }

    /** Whether the file itself is wrong, or what is said of it, rather than that it or its rows are lost. */
    boolean isOfDelivery() {
        return rule.equals("EXT-02") || rule.equals("EXT-03") || rule.equals("EXT-05") || rule.equals("EXT-06");
    }

    boolean isSignal() {
        return rule.startsWith("SIG");
    }
}
