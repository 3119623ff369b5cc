package mx.abasto.jobs.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the cover: a column of {@code figures}, called {@code figure.<name>}.
 *
 * @param part and {@code whole}: the columns that a share is made of, said beside it as {@code part.<name>}
 */
record Figure(
        String name,
        ColumnKind kind,
        Better better,
        @Nullable String part,
        @Nullable String whole) {

    /** Which way is good. */
    enum Better {
        MORE,
        LESS,
        NEITHER
    }

    /** The cover's groups of figures, each under the text {@code figures.<key>}. */
    record Group(String key, List<Figure> figures) {
        Group {
            figures = List.copyOf(figures);
        }
    }

    static final List<Group> GROUPS = List.of(
            new Group(
                    "coverage",
                    List.of(
                            share("reporting_rate", "sites_reported", "sites_expected"),
                            share("on_time_rate", "extracts_on_time", "extracts_expected"),
                            share("inventory_accuracy", "cells_equal", "cells_counted"))),
            new Group(
                    "supply",
                    List.of(
                            share("availability", "claves_available", "claves_authorised"),
                            share("fill_rate", "filled", "prescribed"),
                            new Figure("value", ColumnKind.MONEY, Better.NEITHER, null, null),
                            less("claves_out", ColumnKind.PIECES),
                            less("claves_out_everywhere", ColumnKind.PIECES),
                            less("claves_low", ColumnKind.PIECES),
                            less("claves_not_reported", ColumnKind.PIECES),
                            less("expired_value", ColumnKind.MONEY))),
            new Group(
                    "discrepancies",
                    List.of(
                            less("open_critical", ColumnKind.PIECES),
                            less("open_high", ColumnKind.PIECES),
                            less("open_medium", ColumnKind.PIECES),
                            less("open_low", ColumnKind.PIECES))));

    private static Figure share(String name, String part, String whole) {
        return new Figure(name, ColumnKind.SHARE, Better.MORE, part, whole);
    }

    private static Figure less(String name, ColumnKind kind) {
        return new Figure(name, kind, Better.LESS, null, null);
    }
}
