package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a site writes down on one night, extract by extract: the rows of its files. */
final class DayBook {

    /** A row as it was written, for whoever takes it back or corrects it later. */
    record Line(Extract extract, List<@Nullable Object> cells) {}

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

    Line receiveOrdered(Document receipt, @Nullable String orderNo, Lot lot, long pieces) {
        return write(
                Extract.RECEIPTS,
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

    Line receiveShipped(Document receipt, Parcel parcel) {
        return receiveShipped(receipt, parcel, date, parcel.lot().expiryText());
    }

    /** As whoever receives writes it, rightly or not. */
    Line receiveShipped(Document receipt, Parcel parcel, String receivedOn, String expiresOn) {
        Lot lot = parcel.lot();
        Shipment shipment = parcel.shipment();
        return write(
                Extract.RECEIPTS,
                receipt.number(),
                receipt.nextLine(),
                clues,
                receivedOn,
                "TRANSFER",
                shipment.origin().clues(),
                shipment.number(),
                null,
                clave(lot),
                lot.code(),
                expiresOn,
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
        adjust(reason, lot, lot.expiryText(), pieces);
    }

    /** With the expiry as it is read, rightly or not. */
    Line adjust(String reason, Lot lot, String expiresOn, long pieces) {
        Document document = state.document("A");
        return write(
                Extract.ADJUSTMENTS,
                document.number(),
                document.nextLine(),
                clues,
                date,
                reason,
                clave(lot),
                lot.code(),
                expiresOn,
                pieces);
    }

    void count(Lot lot, String expiresOn, long pieces) {
        table(Extract.STOCK).add(clues, date, clave(lot), lot.code(), expiresOn, pieces);
    }

    private Line write(Extract extract, @Nullable Object... cells) {
        table(extract).add(cells);
        return new Line(extract, Arrays.asList(cells));
    }

    /** Takes back a line of an earlier night. */
    void cancel(Line line) {
        table(line.extract()).cancel(line.cells().toArray());
    }

    /** Writes a line of an earlier night anew, with another expiry. */
    void correctExpiry(Line line, String expiresOn) {
        int expiry = List.of(line.extract().header().split(",", -1)).indexOf("expires_on");
        List<@Nullable Object> cells = new ArrayList<>(line.cells());
        cells.set(expiry, expiresOn);
        table(line.extract()).add(cells.toArray());
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
