package mx.abasto.jobs.cli;

import picocli.CommandLine.Command;

/** {@code show}: what the lake holds, as a table, CSV or JSON. */
@Command(
        name = "show",
        subcommands = {
            ShowNightsCommand.class,
            ShowWeeksCommand.class,
            ShowDiscrepanciesCommand.class,
            ShowInventoryCommand.class,
            ShowSitesCommand.class,
            ShowSuggestionsCommand.class,
            ShowRestatementCommand.class
        },
        description = {
            "Reads the lake and prints a table. It may be used while a night is being processed: it takes no lock and"
                    + " sees what is published."
        },
        footer = {
            "",
            "Examples:",
            "  abasto show nights",
            "  abasto show discrepancies --severity CRITICAL,HIGH --explain",
            "  abasto show discrepancies --clues OCIMB000012 --week 2025-W03",
            "  abasto show inventory --state 20 --status OUT,LOW --format csv > out.csv"
        })
final class ShowCommand extends AbastoCommand {
    @Override
    public Integer call() {
        throw misuse("Say what to show: nights, weeks, discrepancies, inventory, sites, suggestions or restatement.");
    }
}
