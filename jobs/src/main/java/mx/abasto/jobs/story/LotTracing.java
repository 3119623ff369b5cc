package mx.abasto.jobs.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.story.LotTrace.Count;
import mx.abasto.jobs.story.LotTrace.Expiry;
import mx.abasto.jobs.story.LotTrace.Shipment;
import mx.abasto.jobs.story.LotTrace.Totals;

/**
 * Traces a lot through the movements of all published nights and the last night's state. The session has the views
 * {@code sites} and {@code catalogue}.
 */
public final class LotTracing {
    private static final List<Dataset> LAST_NIGHT =
            List.of(NightlyDatasets.STOCK_BALANCE, NightlyDatasets.SHIPMENTS, NightlyDatasets.LOTS);

    private final Session session;
    private final LocalDate night;
    private final Sites sites;

    /** Opens the nights of a lake that has some. */
    public LotTracing(Lake lake, Session session) {
        List<LocalDate> nights = lake.nights();
        this.session = session;
        this.night = nights.get(nights.size() - 1);
        this.sites = new Sites(session);
        session.view(
                "all_movements",
                NightlyDatasets.MOVEMENTS,
                lake.window(NightlyDatasets.MOVEMENTS, nights.get(0), night));
        Lake.Published last = lake.night(night).orElseThrow();
        LAST_NIGHT.forEach(dataset -> session.view(dataset, lake.files(last, dataset)));
    }

    /**
     * Traces one lot.
     *
     * @throws AbastoException (USAGE) if the lake does not know it; the message names the nearest that it knows
     */
    public LotTrace of(String clave, String lot) {
        session.run(
                "asked",
                "create or replace table asked as select %s as clave, %s as lot"
                        .formatted(Session.literal(clave), Session.literal(lot)));
        List<Flow> flows = Row.all(session, "lot_flows").stream().map(Flow::of).toList();
        List<Count> counts = Row.all(session, "lot_books").stream()
                .map(row -> new Count(
                        row.text("clues"),
                        row.whole("book"),
                        row.dayOrNull("last_counted_on"),
                        row.wholeOrNull("last_variance")))
                .toList();
        if (flows.isEmpty() && counts.isEmpty()) {
            KnownLots.of(session).requireKnown(clave, lot);
        }
        LotGraph graph = new LotGraph(flows);
        List<Shipment> shipments = shipments(graph);
        return new LotTrace(
                clave,
                Row.all(session, "supply").stream()
                        .map(row -> row.textOrNull("description"))
                        .findFirst()
                        .orElse(null),
                lot,
                night,
                Row.all(session, "lot_expiries").stream()
                        .map(row -> new Expiry(row.day("expires_on"), row.whole("lines")))
                        .toList(),
                new LotTree(graph).roots(),
                totals(graph, counts, shipments),
                counts,
                shipments,
                named(graph, counts, shipments));
    }

    /** What the last night says of shipments; of one that it no longer has, lots were swapped, or nothing is left. */
    private List<Shipment> shipments(LotGraph graph) {
        SortedMap<Account, Shipment> open = new TreeMap<>();
        for (Account account : graph.inside()) {
            String id = account.id();
            if (account.kind() == Account.Kind.TRANSIT && id != null && graph.left(account) != 0) {
                int slash = id.indexOf('/');
                open.put(
                        account,
                        new Shipment(
                                id.substring(0, slash),
                                id.substring(slash + 1),
                                null,
                                null,
                                null,
                                "SUBSTITUTED",
                                graph.left(account)));
            }
        }
        for (Row row : Row.all(session, "lot_shipments")) {
            long left = row.whole("shipped") - row.whole("received");
            if (left != 0) {
                open.put(
                        new Account(Account.Kind.TRANSIT, row.text("transit_id")),
                        new Shipment(
                                row.text("origin_clues"),
                                row.text("shipment_no"),
                                row.textOrNull("destination_clues"),
                                row.dayOrNull("shipped_on"),
                                row.dayOrNull("due_on"),
                                row.text("status"),
                                left));
            }
        }
        return List.copyOf(open.values());
    }

    private static Totals totals(LotGraph graph, List<Count> counts, List<Shipment> shipments) {
        SortedMap<String, Long> adjustments = new TreeMap<>(graph.netByReason());
        long suppliers = graph.netFrom(Account.Kind.SUPPLIER);
        long opening = graph.netFrom(Account.Kind.OPENING);
        long onHand = counts.stream().mapToLong(Count::book).reduce(0, Math::addExact);
        long onTheRoad = shipments.stream().mapToLong(Shipment::left).reduce(0, Math::addExact);
        long patients = -graph.netFrom(Account.Kind.PATIENT);
        long wards = -graph.netFrom(Account.Kind.WARD);
        long adjusted = adjustments.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        long residual = LongStream.of(suppliers, opening, adjusted, -onHand, -onTheRoad, -patients, -wards)
                .reduce(0, Math::addExact);
        return new Totals(suppliers, opening, adjustments, onHand, onTheRoad, patients, wards, residual);
    }

    private SortedMap<String, Site> named(LotGraph graph, List<Count> counts, List<Shipment> shipments) {
        List<String> named = new ArrayList<>();
        for (Account account : graph.inside()) {
            String id = account.id();
            if (id != null) {
                named.add(account.kind() == Account.Kind.SITE ? id : id.substring(0, id.indexOf('/')));
            }
        }
        counts.forEach(count -> named.add(count.clues()));
        for (Shipment shipment : shipments) {
            named.add(shipment.originClues());
            if (shipment.destinationClues() != null) {
                named.add(shipment.destinationClues());
            }
        }
        Map<String, Site> byClues = named.stream().distinct().collect(Collectors.toMap(clues -> clues, sites::site));
        return new TreeMap<>(byClues);
    }
}
