package mx.abasto.jobs.extract;

import static mx.abasto.jobs.extract.ValueColumn.defaulted;
import static mx.abasto.jobs.extract.ValueColumn.optional;
import static mx.abasto.jobs.extract.ValueColumn.required;

import java.util.List;
import java.util.Locale;

/** The files of the reference folder: their columns, and what tells one row from another (contract section 1). */
public enum ReferenceFile {
    SITES(
            Presence.REQUIRED,
            List.of("clues"),
            required("clues", ValueType.CLUES),
            required("name", ValueType.TEXT),
            required("kind", ValueType.SITE_KIND),
            required("state", ValueType.STATE),
            optional("region", ValueType.TEXT),
            optional("active_from", ValueType.DATE),
            optional("active_to", ValueType.DATE)),
    CATALOGUE(
            Presence.REQUIRED,
            List.of("clave"),
            required("clave", ValueType.CLAVE),
            required("description", ValueType.TEXT),
            required("group", ValueType.SUPPLY_GROUP),
            optional("unit", ValueType.TEXT),
            optional("unit_price", ValueType.PRICE),
            optional("programme", ValueType.TEXT),
            defaulted("tolerance", ValueType.PIECES, "0")),
    ASSORTMENT(
            Presence.REQUIRED,
            List.of("scope", "clave"),
            required("scope", ValueType.SCOPE),
            required("clave", ValueType.CLAVE),
            optional("min_days", ValueType.DAYS),
            optional("max_days", ValueType.DAYS)),
    ROUTES(
            Presence.OPTIONAL,
            List.of("origin_clues", "destination_clues"),
            required("origin_clues", ValueType.CLUES),
            required("destination_clues", ValueType.CLUES),
            required("transit_days", ValueType.DAYS)),
    EXPECTED(
            Presence.OPTIONAL,
            List.of("clues", "extract"),
            required("clues", ValueType.CLUES),
            required("extract", ValueType.SITE_EXTRACT)),
    RECALLS(
            Presence.OPTIONAL,
            List.of("clave", "lot", "alert"),
            required("clave", ValueType.CLAVE),
            required("lot", ValueType.TEXT),
            required("alert", ValueType.TEXT),
            required("effective_on", ValueType.DATE)),
    ALIASES(Presence.OPTIONAL, List.of("alias"), required("alias", ValueType.TEXT), required("clues", ValueType.CLUES));

    private enum Presence {
        REQUIRED,
        OPTIONAL
    }

    private final String fileName;
    private final Presence presence;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> key;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<ValueColumn> columns;

    ReferenceFile(Presence presence, List<String> key, ValueColumn... columns) {
        this.fileName = name().toLowerCase(Locale.ROOT) + ".csv";
        this.presence = presence;
        this.key = key;
        this.columns = List.of(columns);
    }

    /** Its name in the reference folder, such as {@code sites.csv}. */
    public String fileName() {
        return fileName;
    }

    /** Whether a night can do without the file. */
    public boolean isOptional() {
        return presence == Presence.OPTIONAL;
    }

    /** Names of its columns, in the order of the contract and of canonical cells. */
    public List<String> columnNames() {
        return columns.stream().map(ValueColumn::name).toList();
    }

    /** Names of the columns that no two rows may have in common. */
    public List<String> key() {
        return key;
    }

    List<ValueColumn> columns() {
        return columns;
    }

    int indexOf(String column) {
        return columnNames().indexOf(column);
    }
}
