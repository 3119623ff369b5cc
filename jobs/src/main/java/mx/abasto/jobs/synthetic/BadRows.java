package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that fail the contract's form in one way each (contract section 2). */
final class BadRows {

    private static final List<String> REASONS =
            List.of("BAD_DATE", "BAD_NUMBER", "MISSING_VALUE", "BAD_CLAVE", "UNKNOWN_VALUE", "BAD_SIGN", "FUTURE_DATE");

    private BadRows() {}

    /** Appends one to three rows, and tells the reason for which each is quarantined. */
    static List<String> append(SiteState state, Extract extract, World world, int night, Dice dice) {
        List<String> reasons = new ArrayList<>(REASONS);
        if (extract != Extract.RECEIPTS && extract != Extract.ADJUSTMENTS) {
            reasons.remove("UNKNOWN_VALUE");
        }
        dice.shuffle(reasons);
        List<String> chosen = List.copyOf(reasons.subList(0, (int) dice.between(1, 3)));
        Item item = dice.pick(world.itemsOf(state.site()));
        for (String reason : chosen) {
            String document = state.document("X").number();
            List<String> columns = Arrays.asList(extract.header().split(",", -1));
            @Nullable
            Object[] cells = columns.stream()
                    .map(column -> cell(column, document, state.site(), item, world.date(night)))
                    .toArray();
            spoil(cells, columns, reason, world.date(night));
            state.book().spoil(extract, cells);
        }
        return chosen;
    }

    private static String cell(String column, String document, Site site, Item item, LocalDate date) {
        return switch (column) {
            case "receipt_no", "shipment_no", "prescription_no", "document_no" -> document;
            case "origin_clues", "order_no", "lot", "expires_on" -> "";
            case "line_no" -> "1";
            case "clues", "destination_clues" -> site.clues();
            case "clave" -> item.clave();
            case "source" -> "SUPPLIER";
            case "reason" -> "FOUND";
            case "service" -> "URGENCIAS";
            case "quantity", "prescribed_quantity", "dispensed_quantity", "requested_quantity" -> "4";
            default -> date.toString();
        };
    }

    private static void spoil(@Nullable Object[] cells, List<String> columns, String reason, LocalDate date) {
        int dateAt = indexOf(columns, "received_on", "shipped_on", "dispensed_on", "consumed_on", "adjusted_on");
        int quantityAt = indexOf(columns, "quantity", "dispensed_quantity");
        int claveAt = indexOf(columns, "clave");
        switch (reason) {
            case "BAD_DATE" -> cells[dateAt] = date.getYear() + "-13-45";
            case "FUTURE_DATE" -> cells[dateAt] = date.plusYears(1);
            case "BAD_NUMBER" -> cells[quantityAt] = "doce";
            case "BAD_SIGN" -> cells[quantityAt] = "-4";
            case "MISSING_VALUE" -> cells[claveAt] = "";
            case "BAD_CLAVE" -> cells[claveAt] = "010.000.12";
            case "UNKNOWN_VALUE" -> cells[indexOf(columns, "source", "reason")] = "OTRO";
            default -> throw new IllegalArgumentException("no row is spoiled for " + reason);
        }
    }

    private static int indexOf(List<String> columns, String... names) {
        for (String name : names) {
            if (columns.contains(name)) {
                return columns.indexOf(name);
            }
        }
        throw new IllegalArgumentException("none of " + String.join(", ", names) + " among " + columns);
    }
}
