package mx.abasto.jobs.cli;

import picocli.CommandLine.Command;

/** {@code profile}: what is about how foreign exports are read. */
@Command(
        name = "profile",
        subcommands = {ProfileCheckCommand.class},
        description = {"Profiles say how a foreign export becomes the contract's extracts. Try one before a night does."
        },
        footer = {"", "Example:", "  abasto profile check --profile sai --file recepciones_oaxaca_20012025.csv"})
final class ProfileCommand extends AbastoCommand {
    @Override
    public Integer call() {
        throw misuse("Say what to do with a profile: check.");
    }
}
