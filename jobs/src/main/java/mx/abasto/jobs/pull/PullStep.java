package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.Source;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;
import mx.abasto.jobs.pull.LandingFolder.Landed;
import org.jspecify.annotations.Nullable;

/**
 * Pulls one source: copies every file that no published night has taken, and hashes it on the way. Writes
 * {@code pulled} and {@code source_reports}. Nothing is changed at the source; one that cannot be reached gives no
 * files, and its extracts are missing.
 */
public final class PullStep implements RunStep<NightRun> {
    /** What files are called that say what others hold. */
    static final String CONTROL = "control";

    private final Source source;
    private final Clock clock;

    public PullStep(Source source, Clock clock) {
        this.source = requireNonNull(source, "source is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public String name() {
        return nameOf(source);
    }

    /** The name of the step that pulls a source. */
    public static String nameOf(Source source) {
        return "pull-" + URLEncoder.encode(source.name(), StandardCharsets.UTF_8);
    }

    @Override
    public void run(NightRun run, Path output) throws IOException {
        SeenFiles seen = SeenFiles.of(run.settings().work(), source.name(), clock);
        List<Landed> landed;
        List<DeliveredFile> offered;
        String problem;
        try (LandingFolder landing = new LandingFolder(output)) {
            SourcePull pull = new SourcePull(source, TakenBefore.of(run, source, seen), landing, clock);
            problem = new PatientPull(
                            source,
                            () -> Senders.of(source, run.date(), run.settings().lookbackDays()))
                    .run(pull);
            landed = landing.seal();
            offered = pull.offered();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The pull of " + source.name() + " was interrupted", stopped);
        }
        landed.forEach(each -> seen.remember(each.file(), each.content().sha256()));
        seen.save(output);
        PulledOffers.write(output, offered, landed, problem == null, clock);
        try (Session session = run.session()) {
            writePulled(session, landed, output);
            writeReport(session, landed.size(), problem, output);
        }
    }

    private void writePulled(Session session, List<Landed> landed, Path output) throws IOException {
        Path staged = output.resolve("pulled.tsv");
        try (StagedRows rows = new StagedRows(staged)) {
            for (Landed each : landed) {
                for (ExtractFileName name : each.file().names()) {
                    rows.write(
                            source.name(),
                            each.file().inputPath(),
                            name.name(),
                            name.extract().map(Extract::label).orElse(CONTROL),
                            name.who(),
                            name.date().toString(),
                            Long.toString(name.seq()),
                            each.content().sha256(),
                            Long.toString(each.content().bytes()),
                            name() + "/" + each.landedIn(),
                            Long.toString(each.landedAt()));
                }
            }
        }
        session.load("pulled", WorkDatasets.PULLED, staged);
        session.writeRelation("pulled", WorkDatasets.PULLED, output);
    }

    private void writeReport(Session session, int files, @Nullable String problem, Path output) throws IOException {
        Path staged = output.resolve("source_reports.tsv");
        try (StagedRows rows = new StagedRows(staged)) {
            rows.write(source.name(), Integer.toString(files), problem);
        }
        session.load("source_reports", WorkDatasets.SOURCE_REPORTS, staged);
        session.writeRelation("source_reports", WorkDatasets.SOURCE_REPORTS, output);
    }
}
