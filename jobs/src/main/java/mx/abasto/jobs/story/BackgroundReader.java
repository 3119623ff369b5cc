package mx.abasto.jobs.story;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.story.Background.Order;
import mx.abasto.jobs.story.Background.Shipment;
import mx.abasto.jobs.story.Background.Silence;
import mx.abasto.jobs.story.Background.Stock;
import mx.abasto.jobs.story.Background.Sum;
import org.jspecify.annotations.Nullable;

/** Looks up how the stock, shipment or order that a discrepancy is about stood on its night. */
final class BackgroundReader {
    private final Lake lake;
    private final Session session;

    BackgroundReader(Lake lake, Session session) {
        this.lake = lake;
        this.session = session;
    }

    Background of(Told told, List<EvidenceRow> evidence, LocalDate first) {
        List<Shipment> shipments = List.of();
        List<Order> orders = List.of();
        if (told.documentNo() != null && told.clave() != null) {
            view(told, "SHP".equals(told.family()), NightlyDatasets.SHIPMENTS);
            view(told, "ORD".equals(told.family()), NightlyDatasets.ORDERS);
            shipments = Row.all(session, "shipment_state").stream()
                    .map(BackgroundReader::shipment)
                    .toList();
            orders = Row.all(session, "order_state").stream()
                    .map(BackgroundReader::order)
                    .toList();
        }
        return new Background(stock(told, first), shipments, orders, silences(told, shipments, evidence, first));
    }

    /** A dataset of the discrepancy's night, or none of it where the discrepancy is about something else. */
    private void view(Told told, boolean isAboutIt, Dataset dataset) {
        session.view(
                dataset, isAboutIt ? lake.files(lake.night(told.businessDate()).orElseThrow(), dataset) : List.of());
    }

    /** Of a discrepancy about a site's lot. */
    private @Nullable Stock stock(Told told, LocalDate first) {
        if (told.clues() == null || told.clave() == null || told.lot() == null || told.documentNo() != null) {
            return null;
        }
        session.view(
                "all_movements",
                NightlyDatasets.MOVEMENTS,
                lake.window(NightlyDatasets.MOVEMENTS, first, told.businessDate()));
        view(told, true, NightlyDatasets.STOCK_BALANCE);
        List<Sum> sums = Row.all(session, "cell_sums").stream()
                .map(row -> new Sum(row.text("kind"), row.textOrNull("detail"), row.whole("pieces")))
                .toList();
        return Row.all(session, "cell_balance").stream()
                .map(row -> new Stock(
                        row.whole("book"),
                        row.dayOrNull("expires_on"),
                        row.dayOrNull("last_counted_on"),
                        row.wholeOrNull("last_variance"),
                        sums))
                .findFirst()
                .orElse(null);
    }

    private static Shipment shipment(Row row) {
        return new Shipment(
                row.text("origin_clues"),
                row.text("lot"),
                row.textOrNull("destination_clues"),
                row.textOrNull("received_clues"),
                row.dayOrNull("shipped_on"),
                row.dayOrNull("due_on"),
                row.dayOrNull("first_received_on"),
                row.whole("shipped"),
                row.whole("received"),
                row.text("status"));
    }

    private static Order order(Row row) {
        return new Order(
                row.textOrNull("destination_clues"),
                row.dayOrNull("ordered_on"),
                row.whole("ordered"),
                row.whole("due"),
                row.whole("received"),
                row.dayOrNull("last_received_on"),
                row.text("status"));
    }

    /** The side of a shipment that says nothing of it: who did not say that it was sent, or received. */
    private List<Silence> silences(Told told, List<Shipment> shipments, List<EvidenceRow> evidence, LocalDate first) {
        List<Silence> silences = new ArrayList<>();
        if (shipments.size() == 1) {
            Shipment shipment = shipments.get(0);
            if (shipment.shipped() == 0 && !isHeard(evidence, "distributions")) {
                LocalDate from = requireNonNullElse(shipment.firstReceivedOn(), told.firstSeenOn());
                silences.add(silence(shipment.originClues(), "distributions", within(first, from), told));
            }
            String receiver = shipment.destinationClues();
            if (shipment.received() == 0 && receiver != null && !isHeard(evidence, "receipts")) {
                LocalDate from = requireNonNullElse(shipment.shippedOn(), told.firstSeenOn());
                silences.add(silence(receiver, "receipts", within(first, from), told));
            }
        }
        return silences;
    }

    private static boolean isHeard(List<EvidenceRow> evidence, String extract) {
        return evidence.stream()
                .map(EvidenceRow::line)
                .anyMatch(line -> line != null && line.extract().equals(extract));
    }

    /** No earlier than the lake's first night. */
    private static LocalDate within(LocalDate first, LocalDate from) {
        return from.isBefore(first) ? first : from;
    }

    private Silence silence(String clues, String extract, LocalDate from, Told told) {
        session.datedView(
                "all_extracts",
                NightlyDatasets.EXTRACTS,
                lake.windowByNight(NightlyDatasets.EXTRACTS, from, told.businessDate()));
        session.view(NightlyDatasets.QUARANTINE, lake.window(NightlyDatasets.QUARANTINE, from, told.businessDate()));
        session.run(
                "asked_extract",
                "create or replace table asked_extract as select %s as clues, %s as extract"
                        .formatted(Session.literal(clues), Session.literal(extract)));
        List<Row> nights = Row.all(session, "silent_nights");
        return new Silence(
                clues,
                extract,
                from,
                told.businessDate(),
                nights.size(),
                nights.stream()
                        .filter(row -> !row.text("status").equals("DELIVERED"))
                        .map(row -> row.day("taken_on"))
                        .toList(),
                Row.all(session, "unreadable_rows").get(0).whole("rows"));
    }
}
