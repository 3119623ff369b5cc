package mx.abasto.common.lake;

import static mx.abasto.common.sql.ColumnType.BIGINT;
import static mx.abasto.common.sql.ColumnType.DATE;
import static mx.abasto.common.sql.ColumnType.PRICE;
import static mx.abasto.common.sql.ColumnType.STRING;

import java.util.List;
import mx.abasto.common.sql.Dataset;

/** The reference data as a run reads it (contract section 1). Never published; its files are named in run.json. */
public final class ReferenceDatasets {

    /** One row per health establishment. */
    public static final Dataset SITES = Dataset.named("sites")
            .with(STRING, "clues", "name", "kind", "state", "region")
            .with(DATE, "active_from", "active_to")
            .sortedBy("clues");

    /** One row per clave. */
    public static final Dataset CATALOGUE = Dataset.named("catalogue")
            .with(STRING, "clave", "description", "group", "unit")
            .with(PRICE, "unit_price")
            .with(STRING, "programme")
            .with(BIGINT, "tolerance")
            .sortedBy("clave");

    /** One row per scope (a CLUES or a site kind) × clave. */
    public static final Dataset ASSORTMENT = Dataset.named("assortment")
            .with(STRING, "scope", "clave")
            .with(BIGINT, "min_days", "max_days")
            .sortedBy("scope", "clave");

    /** One row per origin × destination. */
    public static final Dataset ROUTES = Dataset.named("routes")
            .with(STRING, "origin_clues", "destination_clues")
            .with(BIGINT, "transit_days")
            .sortedBy("origin_clues", "destination_clues");

    /** One row per site that is named × extract that it must deliver. */
    public static final Dataset EXPECTED =
            Dataset.named("expected").with(STRING, "clues", "extract").sortedBy("clues", "extract");

    /** One row per clave × lot × alert. */
    public static final Dataset RECALLS = Dataset.named("recalls")
            .with(STRING, "clave", "lot", "alert")
            .with(DATE, "effective_on")
            .sortedBy("clave", "lot", "alert");

    /** One row per former code of a unit. */
    public static final Dataset ALIASES =
            Dataset.named("aliases").with(STRING, "alias", "clues").sortedBy("alias");

    /** All reference datasets. */
    public static final List<Dataset> ALL = List.of(SITES, CATALOGUE, ASSORTMENT, ROUTES, EXPECTED, RECALLS, ALIASES);

    private ReferenceDatasets() {}
}
