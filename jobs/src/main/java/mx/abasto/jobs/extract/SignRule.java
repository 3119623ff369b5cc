package mx.abasto.jobs.extract;

import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;

/** Which numbers a column allows by itself (contract section 2). */
enum SignRule {
    ANY,
    POSITIVE,
    NOT_NEGATIVE,
    NOT_ZERO;

    static SignRule of(Extract extract, ExtractColumn column) {
        return switch (column.name()) {
            case "quantity" -> ofQuantity(extract);
            case "prescribed_quantity" -> POSITIVE;
            case "dispensed_quantity" -> NOT_NEGATIVE;
            default -> ANY;
        };
    }

    private static SignRule ofQuantity(Extract extract) {
        return switch (extract) {
            case RECEIPTS, DISTRIBUTIONS, CONSUMPTIONS, ORDERS -> POSITIVE;
            case STOCK -> NOT_NEGATIVE;
            case ADJUSTMENTS -> NOT_ZERO;
            case DISPENSATIONS -> ANY;
        };
    }

    boolean allows(long number) {
        return switch (this) {
            case ANY -> true;
            case POSITIVE -> number > 0;
            case NOT_NEGATIVE -> number >= 0;
            case NOT_ZERO -> number != 0;
        };
    }
}
