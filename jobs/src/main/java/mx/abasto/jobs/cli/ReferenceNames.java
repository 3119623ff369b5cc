package mx.abasto.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mx.abasto.common.files.Folders;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Place;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;
import mx.abasto.jobs.extract.Aliases;
import mx.abasto.jobs.extract.ReferenceFile;
import mx.abasto.jobs.extract.ReferenceReader;

/** What sites and claves are called: the reference data of today, which no published night holds. */
final class ReferenceNames {
    private ReferenceNames() {}

    /**
     * Makes the tables {@code sites} and {@code catalogue}. They are empty where the reference data cannot be used:
     * stories are then told by codes.
     *
     * @return what could not be used
     */
    static Optional<String> describeTo(Session session, Settings settings) {
        Optional<String> sites = load(session, settings, ReferenceFile.SITES, ReferenceDatasets.SITES);
        Optional<String> catalogue = load(session, settings, ReferenceFile.CATALOGUE, ReferenceDatasets.CATALOGUE);
        return sites.or(() -> catalogue);
    }

    private static Optional<String> load(Session session, Settings settings, ReferenceFile file, Dataset dataset) {
        try {
            Path staging = Files.createTempDirectory("abasto-names");
            try {
                Path staged = staging.resolve(dataset.name() + ".tsv");
                Place reference = HadoopPlace.at(settings.reference());
                try (StagedRows sink = new StagedRows(staged)) {
                    ReferenceReader.read(
                            file,
                            reference.open(file.fileName()),
                            Aliases.in(reference),
                            (rowNo, cells) -> sink.write(cells));
                }
                session.load(dataset.name(), dataset, staged);
            } finally {
                Folders.delete(staging);
            }
            return Optional.empty();
        } catch (IOException | AbastoException failure) {
            session.view(dataset, List.of());
            return Optional.of("Names are missing: %s".formatted(failure.getMessage()));
        }
    }
}
