package mx.abasto.jobs.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;

/**
 * {@code inventory.html}: the week's inventory of the nation on one page, in the settings' language, for a manager's
 * Monday (contract section 5). The file stands by itself and asks nothing of a network; it reads without its script and
 * on paper. Lists hold the worst rows of each, and say how many there are. The same datasets give the same bytes.
 */
public final class InventoryPage {
    private static final List<String> GLOSSARY =
            List.of("availability", "out", "low", "amc", "months", "fill", "transit", "accuracy", "open", "risk");

    private final WeekRun run;
    private final PageWords words;
    private final Figures figures;
    private final PageTables tables;
    private final PageBars bars;
    private final Headline headline;
    private final Session session;

    private InventoryPage(WeekRun run, Session session) {
        this.run = run;
        this.session = session;
        this.words = new PageWords(run.settings().language());
        this.figures = new Figures(words);
        this.tables = new PageTables(session, words);
        this.bars = new PageBars(session, words);
        this.headline = new Headline(words, PageRow.all(session, "weeks"));
    }

    /**
     * Writes the page of a week.
     *
     * @param session knows the week's datasets by their names, {@code stock_positions}, {@code earlier_key_summary} and
     *     {@code earlier_site_summary}, the last revisions of the weeks before, and {@code open_discrepancies} and {@code
     *     figures}, which the workbooks show too
     * @throws AbastoException (FAILED) if the file cannot be written
     */
    public static void write(WeekRun run, Session session, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, new InventoryPage(run, session).html(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw AbastoException.failed("Cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    private String html() {
        List<PageTable> ofStock = tables.ofStock();
        List<PageTable> ofReporting = tables.ofReporting();
        Map<String, Object> model = new HashMap<>();
        model.put("say", words);
        model.put("week", run.label());
        model.put(
                "when",
                words.text(
                        "when",
                        run.label(),
                        figures.day(run.week().start()),
                        figures.day(run.week().end())));
        model.put("edition", words.text("edition", Integer.toString(run.revision())));
        model.put("contents", contents(ofStock));
        putHeadline(model);
        model.put("groupings", bars.availability());
        model.put("stocks", bars.stock());
        model.put("shortageTables", ofStock);
        model.put("deliveries", bars.deliveries());
        model.put("reportingTables", ofReporting);
        putFacts(model);
        model.put(
                "glossary",
                GLOSSARY.stream()
                        .map(word ->
                                Map.of("name", words.text("word_" + word), "meaning", words.text("meaning_" + word)))
                        .toList());
        return PageTemplate.filled(
                model,
                Stream.concat(ofStock.stream(), ofReporting.stream())
                        .map(PageTable::style)
                        .collect(Collectors.joining()));
    }

    private void putHeadline(Map<String, Object> model) {
        model.put("sentences", headline.sentences(bars.states(), tables));
        model.put("cards", headline.cards());
        model.put("compared", headline.compared());
        model.put("hasTrend", headline.hasTrend());
        model.put("trendLead", headline.trendLead());
        model.put("trends", headline.trends());
        model.put("trendRows", headline.trendRows());
    }

    private void putFacts(Map<String, Object> model) {
        Facts facts =
                new Facts(words, headline.now(), PageRow.all(session, "trust").get(0));
        List<NamedRow> restated = facts.restated(PageRow.all(session, "restated"));
        model.put("reporting", facts.ofReporting());
        model.put("trust", facts.ofTrust());
        model.put("hasRestated", !restated.isEmpty());
        model.put("restated", restated);
    }

    /** The sections in their order, each by a short name. */
    private List<Map<String, String>> contents(List<PageTable> ofStock) {
        return Stream.of(
                        Stream.of("brief", "availability", "trend", "stock"),
                        ofStock.stream().map(PageTable::id),
                        Stream.of("reporting", "trust", "words"))
                .flatMap(ids -> ids)
                .map(id -> Map.of("id", id, "name", words.text("nav_" + id)))
                .toList();
    }
}
