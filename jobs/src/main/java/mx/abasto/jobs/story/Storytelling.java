package mx.abasto.jobs.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Language;
import mx.abasto.common.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * Tells the story of a discrepancy from the published nights of a lake that has some. The session has the tables
 * {@code sites} and {@code catalogue}.
 */
public final class Storytelling {
    private static final int IDS_NAMED_MAX = 5;

    private final Lake lake;
    private final Session session;
    private final LocalDate first;
    private final LocalDate last;

    public Storytelling(Lake lake, Session session) {
        List<LocalDate> nights = lake.nights();
        this.lake = lake;
        this.session = session;
        this.first = nights.get(0);
        this.last = nights.get(nights.size() - 1);
    }

    /**
     * Tells of one discrepancy, as it stood on the last night that lists it.
     *
     * @param idBegins its id, or how no other begins; in lower case
     * @throws AbastoException (USAGE) if no night lists one of that id, or several do
     */
    public DiscrepancyStory of(String idBegins, Language language) {
        List<Row> nights = listed(idBegins);
        Row latest = nights.get(nights.size() - 1);
        Told told = Told.of(latest, language);
        ask(told);
        List<EvidenceRow> evidence = new EvidenceReader(lake, session).of(latest, first, told.businessDate());
        Background background = new BackgroundReader(lake, session).of(told, evidence, first);
        Row supply = Row.all(session, "supply").stream().findFirst().orElse(null);
        return new DiscrepancyStory(
                told,
                last,
                supply == null ? null : supply.textOrNull("description"),
                supply == null ? null : supply.textOrNull("unit"),
                sites(told, evidence, background),
                Spell.of(nights.stream().map(row -> Told.of(row, language)).toList()),
                Voice.of(told, evidence),
                background);
    }

    private List<Row> listed(String idBegins) {
        session.view("listed", NightlyDatasets.DISCREPANCIES, lake.window(NightlyDatasets.DISCREPANCIES, first, last));
        session.run(
                "asked",
                "create or replace table asked as select %s as id_begins".formatted(Session.literal(idBegins)));
        List<Row> nights = Row.all(session, "listed_nights");
        if (nights.isEmpty()) {
            throw AbastoException.usage(("No night from %s to %s lists a discrepancy whose id begins with %s."
                            + " See what they list: abasto show discrepancies --date %s")
                    .formatted(first, last, idBegins, last));
        }
        SortedMap<String, Row> byId = new TreeMap<>();
        nights.forEach(row -> byId.put(row.text("discrepancy_id"), row));
        if (byId.size() > 1) {
            throw AbastoException.usage("%,d discrepancies have an id that begins with %s:\n%s\nWrite more of it."
                    .formatted(byId.size(), idBegins, namedFirst(byId)));
        }
        return nights;
    }

    /** The first of several, a line for each, with what tells them apart. */
    private static String namedFirst(SortedMap<String, Row> byId) {
        String named = byId.entrySet().stream()
                .limit(IDS_NAMED_MAX)
                .map(row -> "  %s  %s  %s"
                        .formatted(
                                row.getKey(),
                                row.getValue().text("rule"),
                                Stream.of("clues", "counterpart_clues", "clave", "lot", "document_no")
                                        .map(row.getValue()::textOrNull)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        return byId.size() > IDS_NAMED_MAX ? named + "\n  …" : named;
    }

    /** What the scripts look for. */
    private void ask(Told told) {
        session.run(
                "asked",
                "create or replace table asked as select date '%s' as business_date, %s"
                        .formatted(
                                told.businessDate(),
                                Stream.of(
                                                column("clues", told.clues()),
                                                column("counterpart_clues", told.counterpartClues()),
                                                column("clave", told.clave()),
                                                column("lot", told.lot()),
                                                column("document_no", told.documentNo()))
                                        .collect(Collectors.joining(", "))));
    }

    private static String column(String name, @Nullable String value) {
        return "cast(%s as varchar) as %s".formatted(value == null ? "null" : Session.literal(value), name);
    }

    private SortedMap<String, Site> sites(Told told, List<EvidenceRow> evidence, Background background) {
        Sites known = new Sites(session);
        SortedMap<String, Site> named = new TreeMap<>();
        Stream.of(
                        Stream.of(told.clues(), told.counterpartClues()),
                        evidence.stream().map(EvidenceRow::speaker),
                        evidence.stream()
                                .map(EvidenceRow::line)
                                .filter(Objects::nonNull)
                                .map(EvidenceRow.Line::counterpartClues),
                        background.shipments().stream()
                                .flatMap(each ->
                                        Stream.of(each.originClues(), each.destinationClues(), each.receivedClues())),
                        background.orders().stream().map(Background.Order::destinationClues),
                        background.silences().stream().map(Background.Silence::clues))
                .flatMap(each -> each)
                .forEach(clues -> {
                    if (clues != null) {
                        named.put(clues, known.site(clues));
                    }
                });
        return named;
    }
}
