package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What changes at a site from night to night. */
final class SiteState {

    /** Pieces of an order, or of none, that a supplier brings on a night. */
    record Delivery(int night, String orderNo, Item item, long pieces) {}

    /** What is left of a prescription, to be filled on a night. */
    record Refill(int night, Prescription prescription, Item item, long prescribed, long left) {}

    /** What a site asks of its warehouse. */
    record Request(SiteState from, Item item, long pieces) {}

    private final Site site;
    private final Shelves shelves;
    private final Assortment assortment;
    private final double[] perDay;
    private final List<Parcel> inbound = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Refill> refills = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();
    private DayBook book;

    SiteState(Site site, Network network) {
        this.site = site;
        this.shelves = new Shelves(network.items().size());
        this.assortment = network.assortment();
        this.perDay = site.isUnit() ? new double[0] : network.perDayThrough(site);
        this.book = new DayBook(this, "");
    }

    Site site() {
        return site;
    }

    Shelves shelves() {
        return shelves;
    }

    /** Pieces of the item that a usual day takes from here. */
    double perDay(Item item) {
        return site.isUnit() ? assortment.perDay(site.kind(), site.visits(), item) : perDay[item.index()];
    }

    List<Parcel> inbound() {
        return inbound;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    List<Refill> refills() {
        return refills;
    }

    List<Request> requests() {
        return requests;
    }

    /** Tonight's book. */
    DayBook book() {
        return book;
    }

    void openBook(String date) {
        book = new DayBook(this, date);
    }

    /** A new document of a series of this site: receipts R, shipments T, adjustments A, ward sheets C. */
    Document document(String series) {
        return new Document("%s%06d".formatted(series, number(series)));
    }

    int number(String series) {
        return lastNumbers.merge(series, 1, Integer::sum);
    }

    /** Pieces by item that are on their way here, from suppliers and on the road. */
    long[] expected(int items) {
        long[] pieces = new long[items];
        inbound.forEach(parcel -> pieces[parcel.lot().item().index()] += parcel.pieces());
        deliveries.forEach(delivery -> pieces[delivery.item().index()] += delivery.pieces());
        return pieces;
    }
}
