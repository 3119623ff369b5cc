package mx.abasto.jobs.cli;

import picocli.CommandLine.Command;

/** {@code show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Reads the lake and prints a table.")
final class ShowCommand {}
