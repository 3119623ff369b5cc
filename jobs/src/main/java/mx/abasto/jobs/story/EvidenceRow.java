package mx.abasto.jobs.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row that shows a discrepancy, and what its sender said in it.
 *
 * @param rowNo null for the file as a whole
 * @param delivery null for a file that no night lists as an extract: a control file
 * @param line null where the row was not read as a line or count
 * @param unreadable null where it was
 */
public record EvidenceRow(
        String file,
        @Nullable String sha256,
        @Nullable Long rowNo,
        @Nullable Delivery delivery,
        @Nullable Line line,
        @Nullable Unreadable unreadable) {

    /**
     * The file as the night that took it lists it.
     *
     * @param rejectedBecause why it could not be read at all, in English words; null if it could
     */
    public record Delivery(
            LocalDate takenOn,
            String source,
            @Nullable String extract,
            @Nullable String who,
            @Nullable LocalDate deliveredFor,
            long rows,
            long accepted,
            long quarantined,
            long duplicates,
            String status,
            @Nullable String rejectedBecause) {}

    /**
     * A line or count as it was typed.
     *
     * @param isSuperseded whether the sender corrected it later
     */
    public record Line(
            String extract,
            @Nullable String clues,
            @Nullable String documentNo,
            @Nullable Long lineNo,
            @Nullable LocalDate eventOn,
            @Nullable String clave,
            @Nullable String lot,
            @Nullable LocalDate expiresOn,
            @Nullable Long quantity,
            boolean cancelled,
            @Nullable String counterpartClues,
            @Nullable String shipmentNo,
            @Nullable String orderNo,
            @Nullable String source,
            @Nullable String reason,
            @Nullable String service,
            @Nullable Long requestedQuantity,
            @Nullable LocalDate prescribedOn,
            @Nullable Long prescribedQuantity,
            @Nullable String contractNo,
            @Nullable String supplier,
            @Nullable LocalDate dueOn,
            boolean isSuperseded) {}

    /** A row in quarantine: why, and its contract columns as JSON. */
    public record Unreadable(
            @Nullable String clues,
            String reason,
            @Nullable String column,
            @Nullable String value,
            @Nullable String raw) {}

    static EvidenceRow of(Row row) {
        return new EvidenceRow(
                row.text("evidence_file"),
                row.textOrNull("evidence_sha256"),
                row.wholeOrNull("evidence_row_no"),
                row.dayOrNull("file_taken_on") == null ? null : delivery(row),
                row.textOrNull("extract") == null || row.textOrNull("quarantine_reason") != null ? null : line(row),
                row.textOrNull("quarantine_reason") == null ? null : unreadable(row));
    }

    /** Who says it: a CLUES where the row names one, else who sent the file; null where nothing says. */
    @Nullable
    String speaker() {
        if (line != null && line.clues() != null) {
            return line.clues();
        }
        if (unreadable != null && unreadable.clues() != null) {
            return unreadable.clues();
        }
        return delivery == null ? null : delivery.who();
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.day("file_taken_on"),
                row.text("file_source"),
                row.textOrNull("file_extract"),
                row.textOrNull("who"),
                row.dayOrNull("delivered_for"),
                row.whole("rows"),
                row.whole("accepted"),
                row.whole("quarantined"),
                row.whole("duplicates"),
                row.text("file_status"),
                row.textOrNull("rejected_because"));
    }

    private static Line line(Row row) {
        return new Line(
                row.text("extract"),
                row.textOrNull("clues"),
                row.textOrNull("document_no"),
                row.wholeOrNull("line_no"),
                row.dayOrNull("event_on"),
                row.textOrNull("clave"),
                row.textOrNull("lot"),
                row.dayOrNull("expires_on"),
                row.wholeOrNull("quantity"),
                row.is("cancelled"),
                row.textOrNull("counterpart_clues"),
                row.textOrNull("shipment_no"),
                row.textOrNull("order_no"),
                row.textOrNull("source"),
                row.textOrNull("reason"),
                row.textOrNull("service"),
                row.wholeOrNull("requested_quantity"),
                row.dayOrNull("prescribed_on"),
                row.wholeOrNull("prescribed_quantity"),
                row.textOrNull("contract_no"),
                row.textOrNull("supplier"),
                row.dayOrNull("due_on"),
                row.is("is_superseded"));
    }

    private static Unreadable unreadable(Row row) {
        return new Unreadable(
                row.textOrNull("clues"),
                row.text("quarantine_reason"),
                row.textOrNull("quarantine_column"),
                row.textOrNull("quarantine_value"),
                row.textOrNull("raw"));
    }
}
