package mx.abasto.common.lake;

import static mx.abasto.common.sql.ColumnType.BIGINT;
import static mx.abasto.common.sql.ColumnType.BOOLEAN;
import static mx.abasto.common.sql.ColumnType.DATE;
import static mx.abasto.common.sql.ColumnType.EVIDENCE;
import static mx.abasto.common.sql.ColumnType.INTEGER;
import static mx.abasto.common.sql.ColumnType.PIECES;
import static mx.abasto.common.sql.ColumnType.STRING;

import mx.abasto.common.sql.ColumnType;
import mx.abasto.common.sql.Dataset;

/** What one step of a run hands the next, and the lake never sees. */
public final class WorkDatasets {

    /**
     * One row per file × extract that a source gave tonight; its bytes begin at {@code landed_at} of the file {@code landed_in}
     * of the work folder.
     */
    public static final Dataset PULLED = Dataset.named("pulled")
            .with(STRING, "source", "path", "name", "extract", "who")
            .with(DATE, "delivered_for")
            .with(BIGINT, "seq")
            .with(STRING, "sha256")
            .with(BIGINT, "bytes")
            .with(STRING, "landed_in")
            .with(BIGINT, "landed_at")
            .sortedBy("path", "extract");

    /** One row per source: how many files it gave tonight, and why it did not give more, if something was wrong. */
    public static final Dataset SOURCE_REPORTS = Dataset.named("source_reports")
            .with(STRING, "source")
            .with(BIGINT, "files")
            .with(STRING, "problem")
            .sortedBy("source");

    /** One row per file × extract taken tonight, as pulled, numbered in taking order and named so that no other is. */
    public static final Dataset LANDED = Dataset.named("landed")
            .with(BIGINT, "taken")
            .with(STRING, "file")
            .withAllOf(PULLED)
            .sortedBy("taken");

    /** One row per configured source: how its files are taken. */
    public static final Dataset SOURCES = Dataset.named("sources")
            .with(STRING, "source", "profile")
            .with(BOOLEAN, "is_cumulative", "adds_counts")
            .sortedBy("source");

    /** One row per configured source × site that its files cover if they do not say. */
    public static final Dataset SOURCE_SITES =
            Dataset.named("source_sites").with(STRING, "source", "clues").sortedBy("source", "clues");

    /** One row per extract that lies at a source for a night that is not run yet. */
    public static final Dataset OFFERED =
            Dataset.named("offered").with(STRING, "source", "extract", "who").sortedBy("source", "extract", "who");

    /** One row per file of a run's reference folder that was read. */
    public static final Dataset REFERENCE_FILES = Dataset.named("reference_files")
            .with(STRING, "path")
            .with(BIGINT, "bytes")
            .with(STRING, "sha256")
            .with(BIGINT, "rows")
            .sortedBy("path");

    /** One row per file that went into the night, control files and reference data among them. */
    public static final Dataset INPUTS = Dataset.named("inputs")
            .with(STRING, "path")
            .with(BIGINT, "bytes")
            .with(STRING, "sha256")
            .with(BIGINT, "rows")
            .sortedBy("path");

    /** One row per key delivered tonight that is known from an earlier night: the version current until tonight. */
    public static final Dataset PREVIOUS_LINES =
            Dataset.named("previous_lines").withAllOf(NightlyDatasets.LINES).sortedBy("extract", "clues");

    /**
     * One row per row delivered tonight that says nothing new, a duplicate or of a redelivered file: what its text says of
     * the document that it belongs to.
     */
    public static final Dataset REPEATED_LINES = Dataset.named("repeated_lines")
            .with(STRING, "extract", "clues", "document_no", "clave")
            .with(STRING, "counterpart_clues", "shipment_no", "order_no", "source")
            .sortedBy("extract", "clues", "document_no", "clave");

    /**
     * One row per origin × shipment × clave × lot of a shipment × clave that is named tonight, as it stood before tonight's
     * lines. {@code settled_as} is SETTLED, SUBSTITUTED, or NULL if it was neither.
     */
    public static final Dataset SHIPMENTS_BEFORE = Dataset.named("shipments_before")
            .with(STRING, "origin_clues", "shipment_no", "clave", "lot")
            .with(DATE, "shipped_on", "first_received_on")
            .with(BIGINT, "shipped", "received")
            .with(STRING, "settled_as")
            .sortedBy("origin_clues", "shipment_no", "clave", "lot");

    /**
     * One row per origin × shipment × clave × lot of which a distribution line is known and in force, of shipments of which
     * tonight's {@code shipments} has an UNMATCHED row; claves that are closed and not listed among them.
     */
    public static final Dataset SENT_LOTS = Dataset.named("sent_lots")
            .with(STRING, "origin_clues", "shipment_no", "clave", "lot")
            .with(DATE, "due_on")
            .sortedBy("origin_clues", "shipment_no", "clave", "lot");

    /** One row per key of tonight's lines that may have several versions; nearly all lines are said once. */
    public static final Dataset REVISED_KEYS = Dataset.named("revised_keys")
            .with(STRING, "extract", "clues", "document_no")
            .with(BIGINT, "line_no")
            .with(DATE, "key_on")
            .sortedBy("extract", "clues", "document_no", "line_no", "key_on");

    /**
     * One row per accepted row of tonight whose event date is older than the correction window and whose key nothing
     * known has: it cannot be told from a line that was posted long ago. None on the opening night.
     */
    public static final Dataset OLD_LINES = Dataset.named("old_lines")
            .with(STRING, "file", "extract", "who")
            .with(BIGINT, "row_no")
            .sortedBy("file", "extract", "row_no");

    /**
     * One row per site with a count for the night: whether its stock was delivered, and whether every row of it could
     * be read, so that what it does not list it holds none of.
     */
    public static final Dataset COUNT_REPORTS = Dataset.named("count_reports")
            .with(STRING, "clues")
            .with(BOOLEAN, "is_delivered", "is_complete")
            .with(STRING, "file")
            .sortedBy("clues");

    /**
     * One row per row of a control file taken tonight: what it says of a file or of a site's part of it (NULL where it
     * says nothing), and what was found. {@code file} is the name that it says, {@code clues} its site, else the one that
     * the file is named by; {@code found_file} and {@code found_on} are the file in {@code files} and the night that took
     * it, NULL if none came. A file that could not be read at all has 0 rows and pieces.
     */
    public static final Dataset CONTROL_CHECKS = Dataset.named("control_checks")
            .with(BIGINT, "taken", "row_no")
            .with(STRING, "control_file", "control_sha256", "file", "clues", "found_file")
            .with(DATE, "found_on")
            .with(BIGINT, "rows_said", "rows_found", "quantity_said")
            .with(PIECES, "quantity_found")
            .with(STRING, "sha256_said", "sha256_found")
            .sortedBy("taken", "row_no");

    /** One row per finding of a rule tonight, or open last night, with what earlier nights said of it. */
    public static final Dataset FINDINGS = Dataset.named("findings")
            .with(STRING, "discrepancy_id", "rule", "clues", "counterpart_clues", "clave", "lot", "document_no")
            .with(BIGINT, "expected_quantity", "actual_quantity")
            .with(BOOLEAN, "holds", "was_open")
            .with(STRING, "superseded_by")
            .with(DATE, "known_since")
            .with(STRING, "site_name", "counterpart_name", "description", "supply_group", "expiries")
            .with(ColumnType.MONEY, "value_at_risk")
            .with(EVIDENCE, "evidence")
            .with(BIGINT, "evidence_rows")
            .with(INTEGER, "rule_version")
            .with(STRING, "severity", "reason")
            .with(STRING, "last_severity", "last_explanation_es", "last_explanation_en")
            .sortedBy("rule", "clues", "counterpart_clues", "clave", "lot", "document_no");

    /** One row per night of a week × site × extract that the site must deliver for it. */
    public static final Dataset EXPECTED_EXTRACTS = Dataset.named("expected_extracts")
            .with(DATE, "business_date")
            .with(STRING, "clues", "extract")
            .sortedBy("business_date", "clues", "extract");

    /**
     * One row per row of a week's key_inventory: what its summaries and suggestions are made of. The clave is authorised
     * if it is in the site's assortment; the band and the price are NULL where the reference data have none.
     */
    public static final Dataset STOCK_POSITIONS = Dataset.named("stock_positions")
            .with(STRING, "state", "clues", "clave")
            .with(BOOLEAN, "is_authorised")
            .with(BIGINT, "min_days", "max_days", "closing", "in_transit", "expired", "prescribed", "filled")
            .with(ColumnType.RATE_3, "amc")
            .with(STRING, "stock_status")
            .with(ColumnType.PRICE, "unit_price")
            .sortedBy("state", "clues", "clave");

    private WorkDatasets() {}
}
