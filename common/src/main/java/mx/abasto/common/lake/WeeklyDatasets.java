package mx.abasto.common.lake;

import static mx.abasto.common.sql.ColumnType.BIGINT;
import static mx.abasto.common.sql.ColumnType.DATE;
import static mx.abasto.common.sql.ColumnType.INTEGER;
import static mx.abasto.common.sql.ColumnType.MONEY;
import static mx.abasto.common.sql.ColumnType.RATE_2;
import static mx.abasto.common.sql.ColumnType.RATE_3;
import static mx.abasto.common.sql.ColumnType.RATE_4;
import static mx.abasto.common.sql.ColumnType.STRING;

import java.util.List;
import mx.abasto.common.sql.Dataset;

/** The datasets of a published week (contract section 7). */
public final class WeeklyDatasets {

    /** One row per clues × clave in the assortment, or with anything to say in the week. */
    public static final Dataset KEY_INVENTORY = Dataset.named("key_inventory")
            .with(STRING, "week")
            .with(DATE, "week_start", "week_end")
            .with(INTEGER, "revision")
            .with(STRING, "clues", "site_name", "kind", "state", "region")
            .with(STRING, "clave", "description", "group", "programme")
            .with(BIGINT, "opening", "received_supplier", "received_transfer", "distributed", "dispensed", "consumed")
            .with(BIGINT, "adjusted", "prior_period", "closing", "counted", "variance", "in_transit")
            .with(BIGINT, "expired", "expiring_30", "expiring_90", "expiring_180")
            .with(RATE_3, "amc")
            .with(RATE_2, "months_of_stock")
            .with(STRING, "stock_status")
            .with(INTEGER, "stockout_days")
            .with(BIGINT, "prescribed", "filled")
            .with(RATE_4, "fill_rate")
            .with(MONEY, "value")
            .with(INTEGER, "nights_reported")
            .with(BIGINT, "open_discrepancies")
            .sortedBy("state", "clues", "clave");

    /** One row per discrepancy listed in the week: its last state, and on how many nights it was listed. */
    public static final Dataset DISCREPANCIES = Dataset.named("discrepancies")
            .with(STRING, "week")
            .with(INTEGER, "revision")
            .withAllOf(NightlyDatasets.DISCREPANCIES)
            .with(INTEGER, "nights_seen")
            .sortedBy("rule", "clues", "counterpart_clues", "clave", "lot", "document_no");

    /** All datasets of a week. */
    public static final List<Dataset> ALL = List.of(KEY_INVENTORY, DISCREPANCIES);

    private WeeklyDatasets() {}
}
