package mx.abasto.common.lake;

import static mx.abasto.common.sql.ColumnType.BIGINT;
import static mx.abasto.common.sql.ColumnType.BOOLEAN;
import static mx.abasto.common.sql.ColumnType.DATE;
import static mx.abasto.common.sql.ColumnType.EVIDENCE;
import static mx.abasto.common.sql.ColumnType.INTEGER;
import static mx.abasto.common.sql.ColumnType.MONEY;
import static mx.abasto.common.sql.ColumnType.PIECES;
import static mx.abasto.common.sql.ColumnType.SCHEDULE;
import static mx.abasto.common.sql.ColumnType.STRING;

import java.util.List;
import mx.abasto.common.sql.Dataset;

/**
 * The datasets of a published night (contract section 5). The last nine are not the contract's: they hold what later
 * nights need and what its datasets cannot say.
 */
public final class NightlyDatasets {

    /** One row per file × extract delivered tonight. */
    public static final Dataset FILES = Dataset.named("files")
            .with(STRING, "file", "source", "extract", "who")
            .with(DATE, "delivered_for")
            .with(STRING, "sha256")
            .with(BIGINT, "bytes", "rows", "accepted", "quarantined", "duplicates")
            .with(STRING, "rejected_because", "status")
            .sortedBy("file", "source", "extract");

    /** One row per expected or delivered clues × extract of the night. */
    public static final Dataset EXTRACTS = Dataset.named("extracts")
            .with(STRING, "clues", "extract", "status", "file")
            .sortedBy("clues", "extract");

    /** One row per row that could not be read as its type. */
    public static final Dataset QUARANTINE = Dataset.named("quarantine")
            .with(STRING, "file")
            .with(BIGINT, "row_no")
            .with(STRING, "extract", "clues", "reason", "column", "value", "raw")
            .sortedBy("file", "row_no", "extract");

    /** One row per posting: pieces from one account to another. */
    public static final Dataset MOVEMENTS = Dataset.named("movements")
            .with(DATE, "posting_date", "event_date")
            .with(STRING, "kind", "from_account", "from_id", "to_account", "to_id", "clave", "lot")
            .with(DATE, "expires_on")
            .with(BIGINT, "quantity")
            .with(BOOLEAN, "reversal")
            .with(STRING, "extract", "clues", "document_no")
            .with(BIGINT, "line_no")
            .with(STRING, "file")
            .with(BIGINT, "row_no")
            .sortedBy("clues", "clave", "lot", "kind", "document_no", "line_no", "event_date", "file", "row_no");

    /** One row per counted site, day, clave and lot that arrived tonight. */
    public static final Dataset COUNTS = Dataset.named("counts")
            .with(DATE, "business_date")
            .with(STRING, "clues", "clave", "lot")
            .with(DATE, "expires_on")
            .with(BIGINT, "quantity")
            .with(STRING, "file")
            .with(BIGINT, "row_no")
            .sortedBy("clues", "clave", "lot", "business_date");

    /** One row per clues × clave × lot ever held. */
    public static final Dataset STOCK_BALANCE = Dataset.named("stock_balance")
            .with(STRING, "clues", "clave", "lot")
            .with(DATE, "expires_on")
            .with(BIGINT, "opening", "inflow", "outflow", "book", "inbound_to_date", "dispensed_to_date")
            .with(BIGINT, "counted", "variance")
            .with(DATE, "last_counted_on")
            .with(BIGINT, "last_counted", "last_variance")
            .with(DATE, "last_movement_on")
            .sortedBy("clues", "clave", "lot");

    /** One row per clues × clave with a balance row or prescribed tonight. */
    public static final Dataset KEY_DAY = Dataset.named("key_day")
            .with(STRING, "clues", "clave")
            .with(BIGINT, "opening", "received_supplier", "received_transfer", "distributed", "dispensed", "consumed")
            .with(BIGINT, "adjusted", "prior_period", "book", "counted", "variance", "prescribed", "filled", "expired")
            .with(BOOLEAN, "is_stockout")
            .sortedBy("clues", "clave");

    /** One row per clave × lot × expires_on that a line ever named. */
    public static final Dataset LOTS = Dataset.named("lots")
            .with(STRING, "clave", "lot")
            .with(DATE, "expires_on")
            .with(BIGINT, "lines")
            .with(DATE, "first_seen_on")
            .sortedBy("clave", "lot", "expires_on");

    /** One row per origin × shipment × clave × lot of a shipment × clave that is open or named tonight. */
    public static final Dataset SHIPMENTS = Dataset.named("shipments")
            .with(STRING, "origin_clues", "shipment_no", "clave", "lot", "destination_clues", "received_clues")
            .with(DATE, "shipped_on", "due_on", "first_received_on")
            .with(BIGINT, "shipped", "received")
            .with(DATE, "settled_on")
            .with(STRING, "status")
            .sortedBy("origin_clues", "shipment_no", "clave", "lot");

    /** One row per order × clave. */
    public static final Dataset ORDERS = Dataset.named("orders")
            .with(STRING, "order_no", "clave", "destination_clues")
            .with(DATE, "ordered_on")
            .with(SCHEDULE, "schedule")
            .with(BIGINT, "ordered", "due", "received")
            .with(DATE, "first_received_on", "last_received_on")
            .with(STRING, "status")
            .sortedBy("order_no", "clave");

    /** One row per prescription × clave that is named tonight. */
    public static final Dataset PRESCRIPTIONS = Dataset.named("prescriptions")
            .with(STRING, "prescription_no", "clave")
            .with(BIGINT, "prescribed", "dispensed", "sites")
            .with(STRING, "first_clues")
            .with(DATE, "first_filled_on", "last_filled_on", "last_line_on")
            .sortedBy("prescription_no", "clave");

    /** One row per discrepancy listed tonight. */
    public static final Dataset DISCREPANCIES = Dataset.named("discrepancies")
            .with(DATE, "business_date")
            .with(STRING, "discrepancy_id", "rule", "family", "severity", "status")
            .with(DATE, "first_seen_on")
            .with(INTEGER, "age_days")
            .with(STRING, "clues", "counterpart_clues", "clave", "lot", "document_no")
            .with(BIGINT, "expected_quantity", "actual_quantity", "difference")
            .with(MONEY, "value_at_risk")
            .with(STRING, "explanation_es", "explanation_en")
            .with(EVIDENCE, "evidence")
            .with(BIGINT, "evidence_rows")
            .with(INTEGER, "rule_version")
            .sortedBy("rule", "clues", "counterpart_clues", "clave", "lot", "document_no");

    /**
     * One row per version of a line that was taken tonight, in taking order within its key: what the sender last said
     * of it. Movements cannot say this of an order, a denied prescription, a destination or a prescribed quantity.
     */
    public static final Dataset LINES = Dataset.named("lines")
            .with(DATE, "posting_date")
            .with(STRING, "extract", "clues", "document_no")
            .with(BIGINT, "line_no")
            .with(DATE, "key_on", "event_on")
            .with(STRING, "clave", "lot")
            .with(DATE, "expires_on")
            .with(BIGINT, "quantity")
            .with(BOOLEAN, "cancelled")
            .with(STRING, "counterpart_clues", "shipment_no", "order_no", "source", "reason", "service")
            .with(BIGINT, "requested_quantity")
            .with(DATE, "prescribed_on")
            .with(BIGINT, "prescribed_quantity")
            .with(STRING, "contract_no", "supplier")
            .with(DATE, "due_on")
            .with(BIGINT, "taken")
            .with(STRING, "file")
            .with(BIGINT, "row_no")
            .sortedBy("extract", "clues", "document_no", "line_no", "key_on", "taken", "row_no");

    /**
     * One row per line that tonight lists again as it stands, with the night, file and row that its version came from: it
     * was delivered again, or its shipment, order or prescription is listed. So a line is known as long as contract section
     * 2 says, and is found in the nights of the correction window.
     */
    public static final Dataset CARRIED_LINES = Dataset.named("carried_lines")
            .withAllOf(LINES)
            .sortedBy("extract", "clues", "document_no", "line_no", "key_on", "taken", "row_no");

    /** One row per file that a carried line came from × night that took it: the hash that shows which file it was. */
    public static final Dataset CARRIED_FILES = Dataset.named("carried_files")
            .with(STRING, "file")
            .with(DATE, "taken_on")
            .with(STRING, "sha256")
            .sortedBy("file", "taken_on");

    /** One row per extract of which a line was ever accepted: on which night the first was. */
    public static final Dataset FIRST_LINES = Dataset.named("first_lines")
            .with(STRING, "extract")
            .with(DATE, "first_taken_on")
            .sortedBy("extract");

    /**
     * One row per file × extract delivered tonight × site of its rows (NULL for rows without a readable CLUES): the rows read and
     * the pieces in them, quarantined or not. A control file that comes later is held against it.
     */
    public static final Dataset FILE_TOTALS = Dataset.named("file_totals")
            .with(STRING, "file", "extract", "clues")
            .with(BIGINT, "rows")
            .with(PIECES, "quantity")
            .sortedBy("file", "extract", "clues");

    /**
     * One row per SHA-256 × extract × profile of the files with rows that were delivered tonight and could be read: how
     * many rows were quarantined when these bytes were last read. Bytes that come again are read again only if some
     * were.
     */
    public static final Dataset READ_BYTES = Dataset.named("read_bytes")
            .with(STRING, "sha256", "extract", "profile")
            .with(BIGINT, "quarantined")
            .sortedBy("sha256", "extract", "profile");

    /** One row per site that has opened: on which night its first count came. */
    public static final Dataset OPENED_SITES = Dataset.named("opened_sites")
            .with(STRING, "clues")
            .with(DATE, "opened_on")
            .sortedBy("clues");

    /**
     * One row per cell whose book is 0: when it last moved or was counted above 0, and, once it has left {@link
     * #STOCK_BALANCE}, where its expiry, its to-date and its last_ columns stood.
     */
    public static final Dataset IDLE_CELLS = Dataset.named("idle_cells")
            .with(STRING, "clues", "clave", "lot")
            .with(DATE, "last_active_on")
            .with(BOOLEAN, "has_left")
            .with(DATE, "expires_on")
            .with(BIGINT, "inbound_to_date", "dispensed_to_date")
            .with(DATE, "last_counted_on")
            .with(BIGINT, "last_counted", "last_variance")
            .with(DATE, "last_movement_on")
            .sortedBy("clues", "clave", "lot");

    /**
     * One row per site that has opened or ever delivered stock: what the week's counts and the signals need to know of
     * it, so that they need not read balances or the movements of months. {@code is_stock_known} says that its stock was
     * delivered tonight and every row of it read, so that it holds none of what it did not list; {@code written_off} is
     * the value of what its adjustments took off its book tonight, net of reversals; {@code silent_nights} how many of
     * the last nights on which it reported stock it dispensed and consumed nothing, one after the other; {@code
     * steady_nights} how many nights it had reported before that without seven such in a row.
     */
    public static final Dataset SITE_DAY = Dataset.named("site_day")
            .with(DATE, "business_date")
            .with(STRING, "clues")
            .with(MONEY, "written_off")
            .with(BOOLEAN, "is_stocked", "is_stock_known")
            .with(BIGINT, "silent_nights", "steady_nights")
            .sortedBy("clues");

    /** All datasets of a night, in the contract's order, ours last. */
    public static final List<Dataset> ALL = List.of(
            FILES,
            EXTRACTS,
            QUARANTINE,
            MOVEMENTS,
            COUNTS,
            STOCK_BALANCE,
            KEY_DAY,
            LOTS,
            SHIPMENTS,
            ORDERS,
            PRESCRIPTIONS,
            DISCREPANCIES,
            LINES,
            CARRIED_LINES,
            CARRIED_FILES,
            FIRST_LINES,
            FILE_TOTALS,
            READ_BYTES,
            OPENED_SITES,
            IDLE_CELLS,
            SITE_DAY);

    private NightlyDatasets() {}
}
