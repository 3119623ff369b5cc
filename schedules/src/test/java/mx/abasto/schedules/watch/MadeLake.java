package mx.abasto.schedules.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.Publisher;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Source;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.lake.SoleHolder;

/** A lake whose nights hold the files and the discrepancies that a test says. LOT-01 lasts, DSP-05 is an event. */
final class MadeLake {
    static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    static final Instant STARTED = Instant.parse("2025-01-07T08:00:00Z");

    private final Settings settings;
    private LocalDate next = FIRST;

    MadeLake(Path folder, String... sources) {
        this.settings = new Settings(
                folder,
                folder.resolve("lake").toUri(),
                folder.resolve("work"),
                folder.resolve("reference").toUri(),
                7,
                1,
                7,
                35,
                100,
                "1GB",
                2,
                new Settings.Repository("jdbc:postgresql://db/abasto", null, null),
                List.of(sources).stream().map(MadeLake::source).toList(),
                Map.of(),
                null,
                Language.ES,
                null,
                null);
        try {
            Files.createDirectories(folder.resolve("lake"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Source source(String name) {
        return new Source(
                name,
                "file:///srv/extracts/" + name + "/{date}",
                List.of(),
                Profile.CANONICAL,
                Source.Access.NONE,
                List.of(),
                Map.of(),
                Source.Limits.DEFAULT,
                false);
    }

    Settings settings() {
        return settings;
    }

    Lake lake() {
        return new Lake(HadoopPlace.at(settings.lake()), settings.work().resolve("cache"));
    }

    /** A file of 10 rows, 2 of them quarantined, as a select. */
    static String file(String source, String extract) {
        return "select 'f' as file, '%s' as source, '%s' as extract, 10 as rows, 2 as quarantined"
                .formatted(source, extract);
    }

    /** A discrepancy, as a select. */
    static String finding(String id, String rule, String severity, String status) {
        return ("select '%s' as discrepancy_id, '%s' as rule, '%s' as severity, '%s' as status, 'OCIMB000012' as clues,"
                        + " '010.000.0101.00' as clave, 'L1' as lot, 'Lote %s.' as explanation_es,"
                        + " 'Lot %s.' as explanation_en")
                .formatted(id, rule, severity, status, id, id);
    }

    /** Publishes the next night. */
    LocalDate publish(List<String> files, List<String> findings) {
        LocalDate night = next;
        NightRun run = NightRun.of(night, settings, lake());
        try (Session session = run.session()) {
            Path aside = run.work().begin("made", new SoleHolder());
            session.view(NightlyDatasets.FILES, List.of());
            files.forEach(select -> session.run("files", "insert into files by name " + select));
            session.view(NightlyDatasets.DISCREPANCIES, List.of());
            findings.forEach(select -> session.run("discrepancies", "insert into discrepancies by name " + select));
            session.writeRelation("files", NightlyDatasets.FILES, aside);
            session.writeRelation("discrepancies", NightlyDatasets.DISCREPANCIES, aside);
            run.work().finish("made", new SoleHolder());
            new Publisher(run.lake().place(), new SoleHolder())
                    .publish(
                            run.work(),
                            List.of(NightlyDatasets.FILES, NightlyDatasets.DISCREPANCIES),
                            List.of(),
                            Lake.nightFolder(night),
                            outputs -> runJson(night, outputs));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        next = night.plusDays(1);
        return night;
    }

    private static RunJson runJson(LocalDate night, List<RunJson.Item> outputs) {
        return new RunJson(
                "run-of-" + night,
                "nightly",
                night.toString(),
                null,
                null,
                "development",
                new TreeMap<>(),
                new TreeSet<>(List.of("LOT-01")),
                List.of(),
                outputs,
                RunJson.Proof.ofNight(0, 0, 0, 0, List.of()),
                null,
                new RunJson.Ran(STARTED, STARTED.plusSeconds(90)));
    }
}
