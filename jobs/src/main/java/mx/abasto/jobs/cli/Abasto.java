package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import mx.abasto.common.files.FileNameCharset;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.FixedLocale;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.run.CodeVersion;
import mx.abasto.jobs.settings.ConfigurationFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line (contract section 4). */
@Command(
        name = "abasto",
        subcommands = {
            NightlyCommand.class,
            CatchUpCommand.class,
            WeeklyCommand.class,
            ShowCommand.class,
            QuarantineCommand.class,
            ExplainCommand.class,
            TraceCommand.class,
            VerifyCommand.class,
            SqlCommand.class,
            PruneCommand.class,
            ProfileCommand.class,
            RulesCommand.class,
            GenerateCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Abasto.Version.class,
        sortOptions = false,
        description = {
            "",
            "Reconciles a country's health-supply stock every night: receipts against distributions and dispensed"
                    + " prescriptions, by site, clave and lot.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  abasto --config abasto.yml catch-up --from 2025-01-06 --until 2025-01-19",
            "  abasto --config abasto.yml nightly --date 2025-01-20",
            "  abasto --config abasto.yml show discrepancies --explain"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; discrepancies found are not a failure",
            "2:usage",
            "3:configuration or input cannot be used; nothing was written",
            "4:the run failed and published nothing; the same command resumes it",
            "5:another run holds the lake",
            "6:verify found a difference"
        })
public final class Abasto implements Runnable {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            defaultValue = "abasto.yml",
            description = "The configuration. Default: ${DEFAULT-VALUE}. Its relative paths start at its own folder.")
    private Path config = Path.of("abasto.yml");

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show what the libraries log, and the stack trace of a failure.")
    private boolean verbose;

    @Spec
    private @Nullable CommandSpec spec;

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"abasto " + CodeVersion.current()};
        }
    }

    public static void main(String[] arguments) {
        FixedLocale.set();
        System.exit(run(arguments));
    }

    /** Runs one command and gives its exit code. */
    static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Optional<String> unnamable =
                FileNameCharset.problemOf(Stream.concat(Stream.of(System.getProperty("user.dir")), Stream.of(arguments))
                        .toList());
        if (unnamable.isPresent()) {
            err.println(unnamable.get());
            return AbastoException.Category.UNUSABLE.exitCode();
        }
        return run(out, err, arguments);
    }

    /** As {@link #run(String...)}, printing elsewhere. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Abasto abasto = new Abasto();
        CommandLine commandLine = new CommandLine(abasto)
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(int.class, Arguments::integer)
                .registerConverter(Integer.class, Arguments::integer)
                .registerConverter(long.class, Arguments::whole)
                .registerConverter(Long.class, Arguments::whole)
                .setExecutionExceptionHandler((failure, command, parsed) -> abasto.report(failure, err))
                .setParameterExceptionHandler(new UsageMessage());
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError failure) {
            err.println("The memory was not enough: " + failure.getMessage()
                    + ". Nothing unfinished was published. Run the same command again with more: java -Xmx2g -jar …");
            return AbastoException.Category.FAILED.exitCode();
        }
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The configuration that {@code --config} names. */
    Settings settings() {
        if (verbose) {
            System.setProperty("abasto.log.libraries", "INFO");
        }
        return ConfigurationFile.read(config);
    }

    private int report(Throwable failure, PrintWriter err) {
        if (Interruption.isStopping()) {
            return AbastoException.Category.FAILED.exitCode();
        }
        if (verbose) {
            failure.printStackTrace(err);
        }
        if (failure instanceof AbastoException known) {
            err.println(known.getMessage());
            return known.category().exitCode();
        }
        if (failure instanceof InvalidPathException path) {
            err.println(FileNameCharset.problemOf(path));
            return AbastoException.Category.UNUSABLE.exitCode();
        }
        err.println("The command failed: " + failure + ". Run it again with --verbose and report what it prints.");
        return AbastoException.Category.FAILED.exitCode();
    }
}
