package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a site writes down on one night, extract by extract: the rows of its files. */
final class DayBook {

    /** A line of the adjustments. */
    record Adjusted(String reason, Lot lot, long pieces) {}

    private final SiteState state;
    private final String clues;
    private final String date;
    private final Map<Extract, Table> tables = new EnumMap<>(Extract.class);
    private final List<Adjusted> adjusted = new ArrayList<>();
    private final Set<Extract> suppressed = EnumSet.noneOf(Extract.class);

    DayBook(SiteState state, String date) {
        this.state = state;
        this.clues = state.site().clues();
        this.date = date;
        for (Extract extract : Extract.values()) {
            if (extract.isExpectedOf(state.site().kind())) {
                table(extract);
            }
        }
    }

    /** The extract's rows so far. */
    Table table(Extract extract) {
        return tables.computeIfAbsent(extract, wanted -> new Table(wanted.header()));
    }

    void receiveOrdered(Document receipt, @Nullable String orderNo, Lot lot, long pieces) {
        table(Extract.RECEIPTS)
                .add(
                        receipt.number(),
                        receipt.nextLine(),
                        clues,
                        date,
                        "SUPPLIER",
                        null,
                        null,
                        orderNo,
                        clave(lot),
                        lot.code(),
                        lot.expiryText(),
                        pieces);
    }

    void receiveShipped(Document receipt, Parcel parcel) {
        Lot lot = parcel.lot();
        Shipment shipment = parcel.shipment();
        table(Extract.RECEIPTS)
                .add(
                        receipt.number(),
                        receipt.nextLine(),
                        clues,
                        date,
                        "TRANSFER",
                        shipment.origin().clues(),
                        shipment.number(),
                        null,
                        clave(lot),
                        lot.code(),
                        lot.expiryText(),
                        parcel.pieces());
    }

    void ship(Document lines, Site destination, Lot lot, long pieces, long requested) {
        table(Extract.DISTRIBUTIONS)
                .add(
                        lines.number(),
                        lines.nextLine(),
                        clues,
                        destination.clues(),
                        date,
                        clave(lot),
                        lot.code(),
                        lot.expiryText(),
                        pieces,
                        requested);
    }

    void dispense(Prescription prescription, Item item, @Nullable Lot lot, long prescribed, long pieces) {
        table(Extract.DISPENSATIONS)
                .add(
                        prescription.number(),
                        prescription.nextLine(),
                        clues,
                        prescription.writtenOn(),
                        date,
                        item.clave(),
                        lot == null ? null : lot.code(),
                        prescribed,
                        pieces);
    }

    void consume(Document sheet, String service, Lot lot, long pieces) {
        table(Extract.CONSUMPTIONS)
                .add(sheet.number(), sheet.nextLine(), clues, date, service, clave(lot), lot.code(), pieces);
    }

    void adjust(String reason, Lot lot, long pieces) {
        adjusted.add(new Adjusted(reason, lot, pieces));
        Document document = state.document("A");
        table(Extract.ADJUSTMENTS)
                .add(
                        document.number(),
                        document.nextLine(),
                        clues,
                        date,
                        reason,
                        clave(lot),
                        lot.code(),
                        lot.expiryText(),
                        pieces);
    }

    void count(Lot lot, long pieces) {
        table(Extract.STOCK).add(clues, date, clave(lot), lot.code(), lot.expiryText(), pieces);
    }

    private static String clave(Lot lot) {
        return lot.item().clave();
    }

    /** A row as it stands, readable or not. */
    void spoil(Extract extract, @Nullable Object... cells) {
        table(extract).add(cells);
    }

    /** What was adjusted, line by line. */
    List<Adjusted> adjusted() {
        return adjusted;
    }

    /** The extract's file does not arrive under its name. */
    void suppress(Extract extract) {
        suppressed.add(extract);
    }

    boolean isSuppressed(Extract extract) {
        return suppressed.contains(extract);
    }

    int rows(Extract extract) {
        Table table = tables.get(extract);
        return table == null ? 0 : table.rows();
    }

    /** The files to write. */
    Map<Extract, Table> tables() {
        Map<Extract, Table> delivered = new EnumMap<>(tables);
        delivered.keySet().removeAll(suppressed);
        return delivered;
    }
}
