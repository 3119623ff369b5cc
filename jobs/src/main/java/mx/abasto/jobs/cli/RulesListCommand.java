package mx.abasto.jobs.cli;

import java.util.List;
import java.util.Locale;
import mx.abasto.common.model.Language;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.jobs.reconcile.Rule;
import mx.abasto.jobs.reconcile.RuleCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rules list}: one line per rule. */
@Command(
        name = "list",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Lists the rules: code, version, severity, kind, where it comes from (ours; extra, one of your own;"
                    + " overriding, one of your own in the place of ours), title."
        },
        footer = {"", "Example:", "  abasto rules list --language en"})
final class RulesListCommand extends CatalogueCommand {
    private static final List<Column> COLUMNS = List.of(
            Column.key("rule", "Rule", 1),
            Column.number("version", "Version", 2),
            Column.word("severity", "Severity", 4),
            Column.word("kind", "Kind", 6),
            Column.word("origin", "From", 5),
            Column.text("title", "Title", 3, 12));

    @Option(
            names = "--language",
            paramLabel = "LANG",
            defaultValue = "EN",
            description = "Of the titles: es or en. Default: en.")
    private Language language = Language.EN;

    @Option(names = "--width", paramLabel = "CHARS", description = "How wide the table may be. Default: as for show.")
    private @Nullable Integer width;

    @Override
    void show(RuleCatalogue catalogue, EngineLimits limits) {
        TextTable table = new TextTable(out(), Terminal.width(width, spec()), new TextTable.Layout(COLUMNS, null));
        table.header(COLUMNS.stream().map(Column::name).toList());
        for (Rule rule : catalogue.rules()) {
            table.row(List.of(
                    rule.rule(),
                    rule.version(),
                    rule.severity().name(),
                    rule.kind().name(),
                    catalogue.origin(rule.rule()).name().toLowerCase(Locale.ROOT),
                    in(language, rule.title())));
        }
        table.end();
    }
}
