package mx.abasto.jobs.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.Profile.RepeatedCounts;
import mx.abasto.common.model.Source;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;

/**
 * Lands: puts what all sources gave into taking order (contract section 2), and the reference data beside it. Writes
 * {@code landed}, {@code sources}, {@code source_sites}, the reference datasets and the lookup files of profiles.
 */
public final class LandStep implements RunStep<NightRun> {
    public static final String NAME = "land";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(NightRun run, Path output) throws IOException {
        try (Session session = run.session()) {
            Aliases aliases = new ReferenceLanding(run.settings()).landWithLookups(session, output);
            session.view(WorkDatasets.PULLED, run.work().files(WorkDatasets.PULLED));
            session.write(LandStep.class, WorkDatasets.LANDED, output);
            loadSourceSites(session, run.settings().sources(), aliases, output);
            session.writeRelation("source_sites", WorkDatasets.SOURCE_SITES, output);
            writeSources(session, run.settings().sources(), output);
        }
    }

    private static void writeSources(Session session, List<Source> sources, Path output) throws IOException {
        Path staged = output.resolve("sources.tsv");
        try (StagedRows rows = new StagedRows(staged)) {
            for (Source source : sources) {
                rows.write(
                        source.name(),
                        source.profile().name(),
                        Boolean.toString(source.cumulative()),
                        Boolean.toString(source.profile().repeated() == RepeatedCounts.ADD));
            }
        }
        session.load("sources", WorkDatasets.SOURCES, staged);
        session.writeRelation("sources", WorkDatasets.SOURCES, output);
    }

    /** The sites that sources are configured to cover, as the table {@code source_sites}; staged in a folder. */
    public static void loadSourceSites(Session session, List<Source> sources, Aliases aliases, Path folder)
            throws IOException {
        Path staged = folder.resolve("source_sites.tsv");
        try (StagedRows rows = new StagedRows(staged)) {
            for (Source source : sources) {
                for (String clues : source.sites()) {
                    rows.write(source.name(), aliases.resolved(clues));
                }
            }
        }
        session.load("source_sites", WorkDatasets.SOURCE_SITES, staged);
    }
}
