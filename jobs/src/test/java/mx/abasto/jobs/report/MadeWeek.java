package mx.abasto.jobs.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.lake.SoleHolder;

/** A week whose datasets are made by SQL, one select a dataset, and empty where there is none. */
final class MadeWeek {
    private final WeekRun run;
    private final Path folder;

    MadeWeek(Path folder, Language language, Map<Dataset, String> selects) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("lake"));
        Settings settings = new Settings(
                folder,
                folder.resolve("lake").toUri(),
                folder.resolve("work"),
                folder.resolve("reference").toUri(),
                7,
                1,
                7,
                35,
                100,
                "2GB",
                2,
                new Settings.Repository("jdbc:h2:mem:none", null, null),
                List.of(),
                Map.of(),
                null,
                language,
                null,
                null);
        Lake lake = new Lake(HadoopPlace.at(settings.lake()), folder.resolve("cache"));
        run = WeekRun.of(IsoWeek.parse("2025-W03"), 1, settings, lake);
        List<Dataset> datasets = new ArrayList<>(WeeklyDatasets.ALL);
        datasets.add(ReferenceDatasets.CATALOGUE);
        datasets.add(WorkDatasets.STOCK_POSITIONS);
        Path aside = run.work().begin("made", new SoleHolder());
        try (Session session = run.session()) {
            for (Dataset dataset : datasets) {
                session.view(dataset, List.of());
                String select = selects.get(dataset);
                if (select != null) {
                    session.run(dataset.name(), "insert into %s by name %s".formatted(dataset.name(), select));
                }
                session.writeRelation(dataset.name(), dataset, aside);
            }
        }
        run.work().finish("made", new SoleHolder());
    }

    /** Runs the step into a folder of that name. */
    Path report(String name) throws IOException {
        Path output = Files.createDirectories(folder.resolve(name));
        new ReportStep().run(run, output);
        return output;
    }
}
