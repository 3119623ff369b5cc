package mx.abasto.jobs.cli;

import mx.abasto.common.model.Language;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.jobs.reconcile.Rule;
import mx.abasto.jobs.reconcile.RuleCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rules docs}: the catalogue as a page in Markdown. */
@Command(
        name = "docs",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Prints the catalogue of rules as a page in Markdown: of each its title, severity, kind, what it leaves out"
                    + " of other rules, what it says of a finding, its examples and its SQL."
        },
        footer = {"", "Example:", "  abasto rules docs --language es > reglas.md"})
final class RulesDocsCommand extends CatalogueCommand {
    @Option(
            names = "--language",
            paramLabel = "LANG",
            required = true,
            description = "es or en; the comments in the SQL are as they are written.")
    private Language language = Language.ES;

    @Override
    void show(RuleCatalogue catalogue, EngineLimits limits) {
        RulePage page = new RulePage(out(), language);
        page.begin(catalogue);
        for (Rule rule : catalogue.rules()) {
            page.add(rule, catalogue.origin(rule.rule()));
        }
    }
}
