package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code show discrepancies}: one row per discrepancy listed on a night, or in a week. */
@Command(
        name = "discrepancies",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "The discrepancies that the last published night lists, or another night or week: open ones first, of those"
                    + " the most severe, of those the most valuable.",
            "A filter takes several values, with commas between them. Several filters all have to hold."
        },
        footer = {
            "",
            "Examples:",
            "  abasto show discrepancies --explain",
            "  abasto explain 69713a2b    (the first column is the beginning of its id)",
            "  abasto show discrepancies --date 2025-01-15 --family SHP --status NEW,REOPENED",
            "  abasto show discrepancies --week 2025-W03 --clave 010.000.0104.00 --format json"
        })
final class ShowDiscrepanciesCommand extends Listing {
    private static final String SCRIPT = "discrepancies";

    /** As much of an id as {@code explain} needs, but for one in billions. */
    private static final int ID_CHARS = 8;

    private static final List<Column> COLUMNS = List.of(
            Column.id("discrepancy_id", "Id", 1, ID_CHARS),
            Column.text("severity", "Sev.", 7, 6),
            Column.key("rule", "Rule", 2),
            Column.key("status", "Status", 3),
            Column.key("clues", "Site", 4),
            Column.key("clave", "Clave", 5),
            Column.key("lot", "Lot", 6),
            Column.key("document_no", "Document", 10),
            Column.key("counterpart_clues", "Counterpart", 11),
            Column.number("expected_quantity", "Expected", 8),
            Column.number("actual_quantity", "Actual", 9),
            Column.number("value_at_risk", "At risk", 13),
            Column.number("age_days", "Age", 12));

    /** The languages of explanations. */
    enum Language {
        ES("explanation_es"),
        EN("explanation_en");

        private final String column;

        Language(String column) {
            this.column = column;
        }
    }

    @Option(
            names = "--date",
            paramLabel = "D",
            converter = Arguments.Day.class,
            description = "The night. Default: the last that is published.")
    private @Nullable LocalDate date;

    @Option(
            names = "--week",
            paramLabel = "W",
            converter = Arguments.Week.class,
            description = "The week instead: the last state of all that its nights listed, of its latest revision.")
    private @Nullable IsoWeek week;

    @Mixin
    private DiscrepancyFilters filters = new DiscrepancyFilters();

    @Option(names = "--explain", description = "In a table, what each discrepancy means, under its row.")
    private boolean isExplained;

    @Option(
            names = "--language",
            paramLabel = "es|en",
            description = "The language of the explanation, which it asks for as well. Default: es.")
    private @Nullable Language language;

    @Override
    void checkUsage() {
        if (date != null && week != null) {
            throw misuse("--date and --week cannot both be given: name a night or a week.");
        }
    }

    @Override
    void show(LakeReader reader) {
        Lake lake = reader.lake();
        List<LocalDate> nights = lake.nights();
        TextTable.Layout layout = new TextTable.Layout(COLUMNS, explanation());
        if (nights.isEmpty()) {
            reader.session().view(NightlyDatasets.DISCREPANCIES, List.of());
            print(reader, SCRIPT, new Filters(), layout, emptyLake(lake));
            return;
        }
        LocalDate night = date == null ? nights.get(nights.size() - 1) : date;
        String whose = week == null ? openNight(reader, night) : openWeek(reader, week);
        requireKnownRules(lake, week == null ? night : week.end());
        Filters asked = filters.asked();
        long rows = reader.count(SCRIPT, asked);
        if (rows > 0) {
            title("%s: %s%s"
                    .formatted(
                            whose,
                            Counted.of(rows, "discrepancy", "discrepancies"),
                            asked.isEmpty() ? "" : " (filtered)"));
        }
        String none = rows > 0 ? "" : whose + " lists no discrepancies" + unmatched(reader, SCRIPT, asked);
        print(reader, SCRIPT, asked, layout, none);
    }

    private @Nullable String explanation() {
        if (language != null) {
            return language.column;
        }
        return isExplained ? Language.ES.column : null;
    }

    private String openNight(LakeReader reader, LocalDate night) {
        Lake.Published published = night(reader.lake(), night);
        reader.session()
                .view(NightlyDatasets.DISCREPANCIES, reader.lake().files(published, NightlyDatasets.DISCREPANCIES));
        return "Night " + night;
    }

    private String openWeek(LakeReader reader, IsoWeek asked) {
        Weekly weekly = Weekly.of(reader.lake(), asked, null)
                .orElseThrow(() -> misuse(Weekly.notPublished(reader.lake(), asked)));
        reader.session()
                .view(
                        WeeklyDatasets.DISCREPANCIES,
                        reader.lake().files(weekly.published(), WeeklyDatasets.DISCREPANCIES));
        return weekly.title();
    }

    private void requireKnownRules(Lake lake, LocalDate night) {
        String unknown = lake.night(night)
                .map(published ->
                        filters.unknownAmong(published.runJson().ruleVersions().keySet()))
                .orElse(null);
        if (unknown != null) {
            throw misuse(unknown);
        }
    }
}
