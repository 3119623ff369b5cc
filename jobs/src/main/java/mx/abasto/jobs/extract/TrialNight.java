package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Place;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Source;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;

/**
 * A night of an empty lake that takes one file, by the steps that every night is made of, and publishes nothing. Of the
 * reference data it knows the aliases and the lookup files. All that it writes is in a folder of its own.
 */
final class TrialNight {
    private static final String PULL = "pull";

    private final NightRun run;

    private TrialNight(NightRun run) {
        this.run = run;
    }

    /**
     * Takes a file.
     *
     * @param settings whose only source sent it
     * @param root an empty folder
     * @throws AbastoException (UNUSABLE) if a lookup file or the aliases cannot be used
     */
    static TrialNight of(Path file, ExtractFileName name, LocalDate night, Settings settings, Path root)
            throws IOException {
        copyReference(settings, root);
        Settings own = settings.within(root);
        Lake lake = new Lake(HadoopPlace.at(own.lake()), root.resolve("cache"));
        TrialNight trial = new TrialNight(NightRun.of(night, own, lake));
        trial.pull(file, name, settings.sources().get(0));
        for (RunStep<NightRun> step : List.of(new LandStep(), new AcceptStep())) {
            step.run(trial.run, Files.createDirectories(trial.run.work().of(step.name())));
        }
        return trial;
    }

    /** The aliases and the lookup files; of what a night cannot do without, the header. */
    private static void copyReference(Settings settings, Path root) throws IOException {
        Path reference = Files.createDirectories(root.resolve("reference"));
        for (ReferenceFile file : ReferenceFile.values()) {
            if (!file.isOptional()) {
                Files.writeString(
                        reference.resolve(file.fileName()),
                        String.join(",", file.columnNames()) + "\n",
                        StandardCharsets.UTF_8);
            }
        }
        Place known = HadoopPlace.at(settings.reference());
        String aliases = ReferenceFile.ALIASES.fileName();
        if (known.exists(aliases)) {
            try (InputStream from = known.open(aliases);
                    OutputStream to = Files.newOutputStream(reference.resolve(aliases))) {
                Hashes.copy(from, to);
            }
        }
        Path lookups = Files.createDirectories(root.resolve("looked-up"));
        try (StagedRows files = new StagedRows(lookups.resolve("files.tsv"))) {
            new LookupLanding(settings).land(lookups, files);
        }
        for (String file : Lookups.filesOf(settings.sources())) {
            Path copy = reference.resolve(file);
            Files.createDirectories(copy.resolveSibling(""));
            Files.write(copy, Files.readAllBytes(Lookups.landed(LookupLanding.folderIn(lookups), file)));
        }
    }

    private void pull(Path file, ExtractFileName name, Source source) throws IOException {
        Path pulled = Files.createDirectories(run.work().of(PULL));
        Hashes.Content content;
        try (InputStream from = Files.newInputStream(file);
                OutputStream to = Files.newOutputStream(pulled.resolve("0"))) {
            content = Hashes.copy(from, to);
        }
        Path staged = pulled.resolve("pulled.tsv");
        try (StagedRows rows = new StagedRows(staged)) {
            rows.write(
                    source.name(),
                    source.name() + "/" + name.name(),
                    name.name(),
                    name.extract().map(Extract::label).orElseThrow(),
                    name.who(),
                    name.date().toString(),
                    Long.toString(name.seq()),
                    content.sha256(),
                    Long.toString(content.bytes()),
                    PULL + "/0",
                    "0");
        }
        try (Session session = run.session()) {
            session.load(WorkDatasets.PULLED.name(), WorkDatasets.PULLED, staged);
            session.writeRelation(WorkDatasets.PULLED.name(), WorkDatasets.PULLED, pulled);
        }
    }

    /** The tables that its lookups are made from. */
    Lookups lookups() throws IOException {
        return Lookups.read(
                LookupLanding.folderIn(run.work().of(LandStep.NAME)),
                run.settings().sources());
    }

    /** Opens a session with what became of the file: {@code files}, {@code quarantine}, {@code lines} and {@code counts}. */
    Session results() {
        Session session = run.session();
        for (Dataset dataset : List.of(
                NightlyDatasets.FILES, NightlyDatasets.QUARANTINE, NightlyDatasets.LINES, NightlyDatasets.COUNTS)) {
            session.view(dataset, run.work().files(dataset));
        }
        return session;
    }
}
