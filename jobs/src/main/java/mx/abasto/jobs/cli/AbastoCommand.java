package mx.abasto.jobs.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: where it prints, its configuration, its {@code --help}. */
abstract class AbastoCommand implements Callable<Integer> {
    static final int DONE = 0;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean isHelpWanted;

    @Spec
    private @Nullable CommandSpec spec;

    /** Where the result goes. */
    final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** Where remarks go that are no part of the result. */
    final PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /**
     * The configuration that {@code --config} names.
     *
     * @throws AbastoException (UNUSABLE) if it cannot be used
     */
    final Settings settings() {
        return ((Abasto) spec().root().userObject()).settings();
    }

    final CommandSpec spec() {
        return requireNonNull(spec, "spec is null");
    }

    /** A refusal of the command line, with where to read what is right. */
    final AbastoException misuse(String problem) {
        return AbastoException.usage(problem + UsageMessage.seeHelpOf(spec()));
    }
}
