package mx.abasto.jobs.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the thing stood on the night that lists the discrepancy: what it is about, of these, and no other.
 *
 * @param silences extracts of one side in which the other side's record should have its answer
 */
public record Background(@Nullable Stock stock, List<Shipment> shipments, List<Order> orders, List<Silence> silences) {

    /** How a site's book of a lot came about: its sums add up to it. */
    public record Stock(
            long book,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate lastCountedOn,
            @Nullable Long lastVariance,
            List<Sum> sums) {}

    /** Pieces that came one way, or, less than 0, left. */
    public record Sum(String kind, @Nullable String detail, long pieces) {}

    /** A lot of a shipment. */
    public record Shipment(
            String originClues,
            String lot,
            @Nullable String destinationClues,
            @Nullable String receivedClues,
            @Nullable LocalDate shippedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate firstReceivedOn,
            long shipped,
            long received,
            String status) {}

    /** A clave of an order. */
    public record Order(
            @Nullable String destinationClues,
            @Nullable LocalDate orderedOn,
            long ordered,
            long due,
            long received,
            @Nullable LocalDate lastReceivedOn,
            String status) {}

    /**
     * A side that does not say what it should.
     *
     * @param extract in which it would
     * @param asked nights on which the extract was expected or came
     * @param absent those of them on which it did not come, or could not be read
     * @param unreadableRows of the extract and the site that are in quarantine since
     */
    public record Silence(
            String clues,
            String extract,
            LocalDate from,
            LocalDate until,
            int asked,
            List<LocalDate> absent,
            long unreadableRows) {}

    public Background {
        shipments = List.copyOf(shipments);
        orders = List.copyOf(orders);
        silences = List.copyOf(silences);
    }
}
