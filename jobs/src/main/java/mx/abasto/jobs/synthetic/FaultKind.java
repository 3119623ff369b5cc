package mx.abasto.jobs.synthetic;

/**
 * What can be planted. The first twelve are one for each rule; a longer plan goes on through the
 * others and starts again.
 */
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
    MISLAID_AND_FOUND("STK-01");

    private final String rule;

    FaultKind(String rule) {
        this.rule = rule;
    }

    /** The rule that finds it. */
    String rule() {
        return rule;
    }

    boolean isInFiles() {
        return rule.startsWith("EXT");
    }

    boolean isOnTheRoad() {
        return rule.startsWith("SHP");
    }
}
