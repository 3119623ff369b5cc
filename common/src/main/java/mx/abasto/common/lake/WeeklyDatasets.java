package mx.abasto.common.lake;

import static mx.abasto.common.sql.ColumnType.BIGINT;
import static mx.abasto.common.sql.ColumnType.DATE;
import static mx.abasto.common.sql.ColumnType.INTEGER;
import static mx.abasto.common.sql.ColumnType.MONEY;
import static mx.abasto.common.sql.ColumnType.MOVEMENTS;
import static mx.abasto.common.sql.ColumnType.RATE_2;
import static mx.abasto.common.sql.ColumnType.RATE_3;
import static mx.abasto.common.sql.ColumnType.RATE_4;
import static mx.abasto.common.sql.ColumnType.STRING;

import java.util.List;
import mx.abasto.common.sql.Dataset;

/** The datasets of a published week (contract section 7). The last two are not the contract's. */
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

    /**
     * One row per scope × clave: the sums of the {@link #KEY_INVENTORY} rows of a {@code STATE}, a {@code REGION} or
     * the {@code NATION} ({@code scope_id} its code or name; {@code MX}). {@code amc} is the sum of the sites'; a NULL
     * counts as nothing, and where all are NULL so is the sum. {@code months_of_stock} and {@code fill_rate} are made
     * of the sums. Each site is one of {@code sites_not_reported} (its status is NOT_REPORTED), {@code sites_lacking}
     * (OUT) or {@code sites_holding} (any other).
     */
    public static final Dataset KEY_SUMMARY = Dataset.named("key_summary")
            .with(STRING, "week")
            .with(DATE, "week_start", "week_end")
            .with(INTEGER, "revision")
            .with(STRING, "scope", "scope_id", "clave", "description", "group", "programme")
            .with(BIGINT, "opening", "received_supplier", "received_transfer", "distributed", "dispensed", "consumed")
            .with(BIGINT, "adjusted", "prior_period", "closing", "counted", "variance", "in_transit")
            .with(BIGINT, "expired", "expiring_30", "expiring_90", "expiring_180")
            .with(RATE_3, "amc")
            .with(RATE_2, "months_of_stock")
            .with(BIGINT, "stockout_days", "prescribed", "filled")
            .with(RATE_4, "fill_rate")
            .with(MONEY, "value")
            .with(BIGINT, "nights_reported", "open_discrepancies")
            .with(BIGINT, "sites_holding", "sites_lacking", "sites_not_reported")
            .sortedBy("scope", "scope_id", "clave");

    /**
     * One row per site that is active in the week, or has anything in {@link #KEY_INVENTORY} or among the extracts, or an
     * open discrepancy. Claves are those of its assortment, each of them one of available (stock, reported), out or not reported; low
     * and over are among the available. Cells counted are those of the last night's balance that were counted in the
     * week, by their last count. Extracts delivered came by the week's end, if only with a header; on time on their own
     * night.
     */
    public static final Dataset SITE_SUMMARY = Dataset.named("site_summary")
            .with(STRING, "week")
            .with(DATE, "week_start", "week_end")
            .with(INTEGER, "revision")
            .with(STRING, "clues", "site_name", "kind", "state", "region")
            .with(BIGINT, "claves_authorised", "claves_available", "claves_out", "claves_low", "claves_over")
            .with(BIGINT, "claves_not_reported")
            .with(RATE_4, "availability")
            .with(BIGINT, "prescribed", "filled")
            .with(RATE_4, "fill_rate")
            .with(MONEY, "value", "expired_value")
            .with(BIGINT, "cells_counted", "cells_equal")
            .with(RATE_4, "inventory_accuracy")
            .with(BIGINT, "extracts_expected", "extracts_delivered", "extracts_on_time")
            .with(INTEGER, "nights_reported")
            .with(BIGINT, "open_critical", "open_high", "open_medium", "open_low")
            .sortedBy("state", "clues");

    /**
     * One row per lot that could go from a site with more than its max_days to one of the same state that is OUT or
     * LOW and authorised for the clave: how many pieces, and days of stock of both before and after all their suggestions
     * for the clave (2 decimals, NULL where there is no demand). All rows together leave no giver under its max_days and no lot below 0.
     */
    public static final Dataset TRANSFER_SUGGESTIONS = Dataset.named("transfer_suggestions")
            .with(STRING, "week")
            .with(DATE, "week_end")
            .with(INTEGER, "revision")
            .with(STRING, "state", "clave", "description", "programme")
            .with(STRING, "taker_clues", "taker_name", "taker_status")
            .with(BIGINT, "taker_closing", "taker_need")
            .with(STRING, "giver_clues", "giver_name")
            .with(BIGINT, "giver_closing", "giver_surplus")
            .with(STRING, "lot")
            .with(DATE, "expires_on")
            .with(BIGINT, "quantity")
            .with(RATE_2, "taker_days_before", "taker_days_after", "giver_days_before", "giver_days_after")
            .with(MONEY, "value")
            .sortedBy("state", "clave", "taker_clues", "expires_on", "giver_clues", "lot");

    /**
     * One row per cell of this week's or one of the eight weeks' before whose value by event date, with all nights that
     * are published now, differs from what its last revision says: opening, the flows, or closing.
     * {@code published} is 0 where that has no row of the site and clave. {@code movements} are those that made the
     * difference, at most 20 of {@code movement_rows}, oldest posting first, signed so that all of them sum to it.
     */
    public static final Dataset RESTATEMENT = Dataset.named("restatement")
            .with(STRING, "week")
            .with(INTEGER, "revision")
            .with(DATE, "known_on")
            .with(STRING, "restated_week")
            .with(INTEGER, "restated_revision")
            .with(STRING, "clues", "clave", "column")
            .with(BIGINT, "published", "restated", "difference")
            .with(MOVEMENTS, "movements")
            .with(BIGINT, "movement_rows")
            .sortedBy("restated_week", "clues", "clave", "column");

    /** One row per discrepancy listed in the week: its last state, and on how many nights it was listed. */
    public static final Dataset DISCREPANCIES = Dataset.named("discrepancies")
            .with(STRING, "week")
            .with(INTEGER, "revision")
            .withAllOf(NightlyDatasets.DISCREPANCIES)
            .with(INTEGER, "nights_seen")
            .sortedBy("rule", "clues", "counterpart_clues", "clave", "lot", "document_no");

    /** All datasets of a week. */
    public static final List<Dataset> ALL =
            List.of(KEY_INVENTORY, KEY_SUMMARY, SITE_SUMMARY, DISCREPANCIES, TRANSFER_SUGGESTIONS, RESTATEMENT);

    private WeeklyDatasets() {}
}
