package mx.abasto.jobs.cli;

import picocli.CommandLine.Command;

/** {@code rules}: the rules that nights are held against, ours and one's own. */
@Command(
        name = "rules",
        subcommands = {RulesListCommand.class, RulesTestCommand.class, RulesDocsCommand.class},
        description = {
            "The rules that nights are held against: those that come with Abasto, and those of the folder that"
                    + " abasto.rules.extra names, added or in their place."
        },
        footer = {
            "",
            "Examples:",
            "  abasto rules list",
            "  abasto rules test --rule SHP-03",
            "  abasto rules docs --language en"
        })
final class RulesCommand extends AbastoCommand {
    @Override
    public Integer call() {
        throw misuse("Say what to do with the rules: list, test or docs.");
    }
}
