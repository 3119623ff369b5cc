package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One posting of the ledger: quantity (> 0) pieces from one account to another (contract section 5). */
record Movement(
        LocalDate postingDate,
        LocalDate eventDate,
        String kind,
        Account from,
        Account to,
        String clave,
        String lot,
        @Nullable LocalDate expiresOn,
        long quantity,
        boolean reversal,
        Origin origin) {

    record Account(String name, @Nullable String id) {

        boolean isSite() {
            return name.equals("SITE");
        }

        static Account site(String clues) {
            return new Account("SITE", clues);
        }

        static Account of(String name) {
            return new Account(name, null);
        }
    }

    /** Where a movement comes from: the line's names, and the file and row that made it be posted. */
    record Origin(
            String extract,
            @Nullable String clues,
            @Nullable String documentNo,
            @Nullable Long lineNo,
            @Nullable String file,
            @Nullable Long rowNo) {

        Origin causedBy(Line line) {
            return new Origin(extract, clues, documentNo, lineNo, line.file(), line.rowNo());
        }
    }

    Movement reversedBy(Line cause, LocalDate night) {
        return new Movement(
                night, eventDate, kind, to, from, clave, lot, expiresOn, quantity, true, origin.causedBy(cause));
    }

    /** The cell whose stock this changes; every movement has a site on exactly one side. */
    Cell cell() {
        Account site = from.isSite() ? from : to;
        return new Cell(String.valueOf(site.id()), clave, lot);
    }

    /** What it adds to its cell's stock. */
    long effect() {
        return to.isSite() ? quantity : -quantity;
    }

    /** What it adds to the stock of its cell, of a given kind; 0 for other kinds. */
    long effect(String ofKind) {
        return kind.equals(ofKind) ? effect() : 0;
    }

    /** Whether the line behind it, reversed or not, put pieces into the site. */
    boolean isInwardLine() {
        return to.isSite() != reversal;
    }

    Row row() {
        return new Row()
                .with("posting_date", postingDate)
                .with("event_date", eventDate)
                .with("kind", kind)
                .with("from_account", from.name())
                .with("from_id", from.id())
                .with("to_account", to.name())
                .with("to_id", to.id())
                .with("clave", clave)
                .with("lot", lot)
                .with("expires_on", expiresOn)
                .with("quantity", quantity)
                .with("reversal", reversal)
                .with("extract", origin.extract())
                .with("clues", origin.clues())
                .with("document_no", origin.documentNo())
                .with("line_no", origin.lineNo())
                .with("file", origin.file())
                .with("row_no", origin.rowNo());
    }
}
