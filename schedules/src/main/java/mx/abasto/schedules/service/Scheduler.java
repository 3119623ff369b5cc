package mx.abasto.schedules.service;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import mx.abasto.common.files.FileNameCharset;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.FixedLocale;
import mx.abasto.jobs.run.CodeVersion;
import mx.abasto.jobs.settings.Configuration;
import mx.abasto.jobs.settings.ConfigurationFile;
import mx.abasto.schedules.watch.StructuredLogs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The scheduler's command line. Without a command it runs until it is told to end. */
@Command(
        name = "abasto-scheduler",
        subcommands = {NextCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Scheduler.Version.class,
        description = {
            "Runs the nights and weeks of a lake on time, catches up after an outage, and tells when it needs a person.",
            "Ends at Ctrl-C or SIGTERM: the running step ends, or is left to be resumed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "2:usage",
            "3:the configuration cannot be used",
            "4:it did not start; starting it again may help",
            "5:another process has the job repository's file",
            "143:it was told to end"
        })
public final class Scheduler implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

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

    private final AtomicReference<@Nullable Service> running = new AtomicReference<>();
    private volatile boolean isEnding;

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"abasto-scheduler " + CodeVersion.current()};
        }
    }

    public static void main(String[] arguments) {
        FixedLocale.set();
        StructuredLogs.switchOn();
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs a command, or the scheduler until it ends, and gives the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Scheduler scheduler = new Scheduler();
        return new CommandLine(scheduler)
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> scheduler.report(failure, err))
                .execute(arguments);
    }

    /** Runs until the process is told to end; begins anew whenever the configuration was changed. */
    @Override
    public Integer call() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        while (!isEnding) {
            try (Service service = Service.start(configuration(), ServiceClock.clock())) {
                running.set(service);
                if (isEnding) {
                    break;
                }
                service.awaitChange();
            }
        }
        return 0;
    }

    private void end() {
        isEnding = true;
        Service service = running.get();
        if (service != null) {
            service.close();
        }
    }

    Configuration configuration() {
        if (verbose) {
            System.setProperty("abasto.log.libraries", "INFO");
        }
        return ConfigurationFile.open(config);
    }

    PrintWriter out() {
        return requireNonNull(spec, "spec is null").commandLine().getOut();
    }

    private int report(Throwable failure, PrintWriter err) {
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
        LOG.debug("The scheduler failed", failure);
        err.println("The scheduler failed: " + failure + ". Run it again with --verbose and report what it prints.");
        return AbastoException.Category.FAILED.exitCode();
    }
}
