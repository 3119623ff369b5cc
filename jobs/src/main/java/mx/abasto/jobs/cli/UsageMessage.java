package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import mx.abasto.common.model.AbastoException;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command line and how to see what is right. */
final class UsageMessage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(failure.getMessage() + seeHelpOf(command.getCommandSpec()));
        UnmatchedArgumentException.printSuggestions(failure, err);
        return AbastoException.Category.USAGE.exitCode();
    }

    /** The second line. */
    static String seeHelpOf(CommandSpec command) {
        return System.lineSeparator() + "See: " + command.qualifiedName() + " --help";
    }
}
