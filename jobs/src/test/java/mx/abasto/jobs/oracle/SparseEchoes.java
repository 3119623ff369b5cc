package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.List;

/** A row that comes again: as it was, or as another version of it. */
final class SparseEchoes {

    enum Kind {
        SAME,
        OTHER_QUANTITY,
        OTHER_LOT,
        OTHER_CLAVE,
        OTHER_DATE,
        OTHER_DOCUMENT,
        CANCELLED,
        CANCELLED_AND_ANEW
    }

    private SparseEchoes() {}

    static void send(SparseNetwork network, Kind kind, SentRow row) {
        switch (kind) {
            case SAME -> network.send(row);
            case OTHER_QUANTITY ->
                network.send(row.with(row.shape().summed(), String.valueOf(1 + network.random.nextInt(12))));
            case OTHER_LOT -> network.send(row.has("lot") ? row.with("lot", "L" + network.random.nextInt(4)) : row);
            case OTHER_CLAVE -> network.send(row.with("clave", network.any(SparseNetwork.CLAVES)));
            case OTHER_DATE -> {
                String dated = row.shape().dated();
                network.send(row.with(
                        dated, LocalDate.parse(row.cell(dated)).minusDays(1).toString()));
            }
            case OTHER_DOCUMENT -> network.send(inOtherDocument(network, row));
            case CANCELLED -> network.send(row.with("cancelled", "true"));
            case CANCELLED_AND_ANEW -> {
                network.send(row.with("cancelled", "true"));
                network.after(
                        network.any(network.isMixed() ? List.of(1, 2, 34, 35, 36) : List.of(1, 2)),
                        () -> network.send(row));
            }
        }
    }

    /** Of a receipt, the shipment or order; other rows are then new lines. */
    private static SentRow inOtherDocument(SparseNetwork network, SentRow row) {
        if (row.shape().equals(Shape.RECEIPTS)) {
            String column = row.cell("source").equals("TRANSFER") ? "shipment_no" : "order_no";
            return row.with(column, network.number("M"));
        }
        return row.with(row.shape().document(), network.number("M"));
    }
}
