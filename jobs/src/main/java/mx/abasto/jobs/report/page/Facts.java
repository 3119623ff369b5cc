package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.util.List;

/** How complete the reporting was, and how far to believe the figures. */
final class Facts {
    private final PageWords words;
    private final Figures figures;
    private final PageRow week;
    private final PageRow trust;

    /** {@code week} is this week's row of {@code weeks.sql}; {@code trust} the row of {@code trust.sql}. */
    Facts(PageWords words, PageRow week, PageRow trust) {
        this.words = words;
        this.figures = new Figures(words);
        this.week = week;
        this.trust = trust;
    }

    List<Fact> ofReporting() {
        String ofSites = words.text("of_sites", figures.whole(week.sum("sites_expected")));
        Share onTime = week.share("extracts_on_time", "extracts_expected");
        Share delivered = week.share("extracts_delivered", "extracts_expected");
        return List.of(
                fact(
                        "reporting_expected",
                        figures.whole(week.sum("sites_expected")),
                        words.text("of_sites", whole("sites"))),
                fact("reporting_whole", whole("sites_whole"), ofSites),
                fact("reporting_silent", whole("sites_silent"), ofSites),
                fact("reporting_on_time", figures.percent(onTime), both("of_extracts", onTime)),
                fact("reporting_delivered", figures.percent(delivered), both("reporting_delivered_note", delivered)),
                fact(
                        "reporting_rows",
                        whole("claves_not_reported"),
                        words.text("reporting_rows_note", whole("claves_authorised"))));
    }

    List<Fact> ofTrust() {
        Share accuracy = week.share("cells_equal", "cells_counted");
        return List.of(
                fact("trust_accuracy", figures.percent(accuracy), both("trust_accuracy_note", accuracy)),
                fact(
                        "trust_unequal",
                        figures.whole(trust.sum("rows_unequal")),
                        words.text("trust_unequal_note", figures.whole(trust.sum("rows_counted")))),
                noted("trust_negative", trust.sum("rows_negative")),
                noted("trust_late", trust.sum("rows_with_late_movements")),
                noted("trust_unpriced", trust.sum("rows_unpriced")));
    }

    /** The weeks whose published figures would differ now. */
    List<NamedRow> restated(List<PageRow> rows) {
        return rows.stream()
                .map(row -> new NamedRow(
                        words.text("restated_name", row.text("restated_week"), row.text("restated_revision")),
                        List.of(
                                figures.whole(row.sum("cells")),
                                figures.whole(row.sum("sites")),
                                figures.whole(row.sum("closing_difference")))))
                .toList();
    }

    private String whole(String column) {
        return figures.whole(week.sum(column));
    }

    private String both(String key, Share share) {
        return words.text(key, figures.whole(share.part()), figures.whole(share.whole()));
    }

    private Fact noted(String key, BigDecimal count) {
        return fact(key, figures.whole(count), words.text(key + "_note"));
    }

    private Fact fact(String key, String value, String note) {
        return new Fact(words.text(key), value, note);
    }
}
