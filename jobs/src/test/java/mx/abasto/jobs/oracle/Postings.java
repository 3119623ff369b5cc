package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.Optional;

/** Which movement a line posts: the table of accounts of contract section 5. */
final class Postings {

    private Postings() {}

    /** The movement that a line posts; none for denied dispensations, orders and counts. */
    static Optional<Movement> of(Line line, LocalDate night) {
        Movement.Account site = Movement.Account.site(line.site());
        return switch (line.extract()) {
            case "receipts" -> {
                boolean isTransfer = line.text("source").equals("TRANSFER");
                Movement.Account from = isTransfer
                        ? transit(line.text("origin_clues"), line.text("shipment_no"))
                        : Movement.Account.of("SUPPLIER");
                yield Optional.of(posted(line, night, "RECEIPT", from, site, line.number("quantity")));
            }
            case "distributions" ->
                Optional.of(posted(
                        line,
                        night,
                        "DISTRIBUTION",
                        site,
                        transit(line.site(), line.text("shipment_no")),
                        line.number("quantity")));
            case "dispensations" -> {
                long quantity = line.number("dispensed_quantity");
                yield quantity == 0
                        ? Optional.empty()
                        : Optional.of(
                                posted(line, night, "DISPENSATION", site, Movement.Account.of("PATIENT"), quantity));
            }
            case "consumptions" ->
                Optional.of(
                        posted(line, night, "CONSUMPTION", site, Movement.Account.of("WARD"), line.number("quantity")));
            case "adjustments" -> {
                long quantity = line.number("quantity");
                Movement.Account reason = new Movement.Account("ADJUSTMENT", line.text("reason"));
                yield Optional.of(
                        quantity > 0
                                ? posted(line, night, "ADJUSTMENT", reason, site, quantity)
                                : posted(line, night, "ADJUSTMENT", site, reason, Math.negateExact(quantity)));
            }
            default -> Optional.empty();
        };
    }

    private static Movement.Account transit(String origin, String shipmentNo) {
        return new Movement.Account("TRANSIT", origin + "/" + shipmentNo);
    }

    private static Movement posted(
            Line line, LocalDate night, String kind, Movement.Account from, Movement.Account to, long quantity) {
        Movement.Origin origin = new Movement.Origin(
                line.extract(),
                line.site(),
                line.text(line.shape().document()),
                line.number("line_no"),
                line.file(),
                line.rowNo());
        return new Movement(
                night,
                line.eventDate(),
                kind,
                from,
                to,
                line.text("clave"),
                line.text("lot"),
                line.dateOrNull("expires_on"),
                quantity,
                false,
                origin);
    }
}
