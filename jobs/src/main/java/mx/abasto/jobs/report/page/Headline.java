package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The week in figures and sentences, beside the weeks before it. */
final class Headline {
    private static final int DAYS = 7;
    private static final List<Measure> TRENDS =
            List.of(Measure.AVAILABILITY, Measure.OUT, Measure.FILL, Measure.ON_TIME, Measure.ACCURACY, Measure.VALUE);

    private final PageWords words;
    private final Figures figures;
    private final List<PageRow> weeks;
    private final PageRow now;

    /** {@code weeks} are the rows of {@code weeks.sql}, this week's the last. */
    Headline(PageWords words, List<PageRow> weeks) {
        this.words = words;
        this.figures = new Figures(words);
        this.weeks = weeks;
        this.now = weeks.get(weeks.size() - 1);
    }

    PageRow now() {
        return now;
    }

    /** The week before, if it is published. */
    private @Nullable PageRow before() {
        LocalDate start = Objects.requireNonNull(now.day("week_start")).minusDays(DAYS);
        return weeks.stream()
                .filter(week -> start.equals(week.day("week_start")))
                .findFirst()
                .orElse(null);
    }

    String compared() {
        PageRow before = before();
        return before == null ? words.text("compared_none") : words.text("compared", before.text("week"));
    }

    List<Card> cards() {
        return List.of(
                card(Measure.AVAILABILITY, whole("claves_available"), whole("claves_authorised")),
                card(Measure.OUT),
                card(Measure.LOW),
                card(Measure.FILL, whole("filled"), whole("prescribed")),
                card(Measure.EXPIRING, whole("expired"), figures.shortMoney(now.number("expired_value"))),
                card(Measure.VALUE),
                card(Measure.ON_TIME, whole("extracts_on_time"), whole("extracts_expected")),
                card(Measure.GRAVE));
    }

    private Card card(Measure measure, String... noteValues) {
        return Card.of(figures, measure, now, before(), noteValues);
    }

    private String whole(String column) {
        return figures.whole(now.sum(column));
    }

    boolean hasTrend() {
        return weeks.size() > 1;
    }

    String trendLead() {
        return hasTrend()
                ? words.text("trend_lead", weeks.get(0).text("week"), now.text("week"))
                : words.text("trend_none");
    }

    List<TrendChart> trends() {
        return hasTrend()
                ? TRENDS.stream()
                        .map(measure -> TrendChart.of(figures, measure, weeks))
                        .toList()
                : List.of();
    }

    /** The trends' figures, the newest week first. */
    List<NamedRow> trendRows() {
        List<NamedRow> rows = new ArrayList<>();
        for (PageRow week : weeks) {
            rows.add(
                    0,
                    new NamedRow(
                            week.text("week"),
                            TRENDS.stream()
                                    .map(measure -> measure.shown(figures, measure.in(week)))
                                    .toList()));
        }
        return rows;
    }

    /** What there is to know, a sentence each. */
    List<String> sentences(List<PageRow> states, PageTables tables) {
        List<String> sentences = new ArrayList<>();
        sentences.add(availability());
        if (states.size() > 1) {
            PageRow worst = states.get(0);
            sentences.add(words.text(
                    "brief_worst",
                    words.name("state", worst.text("group_id")),
                    figures.percent(worst.share("claves_available", "claves_authorised"))));
        }
        List<PageRow> scarce = tables.rows("scarce_claves");
        sentences.add(
                scarce.isEmpty()
                        ? words.text("brief_out.none")
                        : words.count(
                                "brief_out",
                                whole("claves_out"),
                                nameOf(scarce.get(0)),
                                figures.whole(scarce.get(0).number("sites_lacking"))));
        List<PageRow> transfers = tables.rows("transfers");
        if (!transfers.isEmpty()) {
            PageRow sums = transfers.get(0);
            sentences.add(words.count(
                    "brief_transfers",
                    figures.whole(sums.number("rows_in_all")),
                    words.count("shortages", figures.whole(sums.number("takers_in_all"))),
                    words.count("pieces", figures.whole(sums.number("pieces_in_all")))));
        }
        List<PageRow> findings = tables.rows("findings");
        addCount(
                sentences,
                "brief_findings",
                findings.isEmpty() ? BigDecimal.ZERO : findings.get(0).sum("critical_in_all"));
        addCount(sentences, "brief_silent", now.sum("sites_silent"));
        return sentences;
    }

    private String availability() {
        Share share = now.share("claves_available", "claves_authorised");
        return share.percent() == null
                ? words.text("brief_unknown")
                : words.text(
                        "brief_availability",
                        figures.whole(share.whole()),
                        figures.whole(share.part()),
                        figures.percent(share));
    }

    private static String nameOf(PageRow clave) {
        String description = clave.text("description");
        return description.isEmpty() ? clave.text("clave") : "%s (%s)".formatted(description, clave.text("clave"));
    }

    private void addCount(List<String> sentences, String key, BigDecimal count) {
        if (count.signum() > 0) {
            sentences.add(words.count(key, figures.whole(count)));
        }
    }
}
