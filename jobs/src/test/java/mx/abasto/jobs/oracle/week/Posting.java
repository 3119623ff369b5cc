package mx.abasto.jobs.oracle.week;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Set;

/**
 * A movement as the key inventory counts it.
 *
 * @param column of the key inventory
 * @param effect on the site's stock
 * @param movement the row of the night's Parquet
 */
record Posting(SiteClave key, LocalDate postedOn, LocalDate eventOn, String column, BigInteger effect, Fact movement) {

    private static final Set<String> OUTWARD = Set.of("distributed", "dispensed", "consumed");

    static Posting of(Fact movement) {
        boolean isIn = movement.is("to_account", "SITE");
        String clues = movement.name(isIn ? "to_id" : "from_id");
        String otherSide = movement.name(isIn ? "from_account" : "to_account");
        BigInteger quantity = movement.pieces("quantity");
        return new Posting(
                new SiteClave(clues, movement.name("clave")),
                movement.date("posting_date"),
                movement.date("event_date"),
                column(movement.name("kind"), otherSide),
                isIn ? quantity : quantity.negate(),
                movement);
    }

    private static String column(String kind, String otherSide) {
        return switch (kind) {
            case "OPENING" -> "opening";
            case "RECEIPT" -> otherSide.equals("SUPPLIER") ? "received_supplier" : "received_transfer";
            case "DISTRIBUTION" -> "distributed";
            case "DISPENSATION" -> "dispensed";
            case "CONSUMPTION" -> "consumed";
            case "ADJUSTMENT" -> "adjusted";
            default -> throw new IllegalArgumentException("a movement of kind " + kind);
        };
    }

    /** What it adds to its column: pieces that go out count as they went. */
    BigInteger counted() {
        return OUTWARD.contains(column) ? effect.negate() : effect;
    }

    boolean isOpening() {
        return column.equals("opening");
    }
}
