package mx.abasto.jobs.context;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Source;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;
import mx.abasto.jobs.extract.AcceptStep;
import mx.abasto.jobs.extract.Aliases;
import mx.abasto.jobs.extract.LandStep;
import mx.abasto.jobs.extract.ReferenceLanding;
import mx.abasto.jobs.pull.OfferedFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of what a night expects lies at its sources, as the names of files say: nothing is pulled and none is read.
 * A file counts for the site that it is named by (an alias as its site); one with another label counts for its source's
 * {@code sites} and for the sites that files of that label, extract and source delivered on the last published night.
 */
public final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final Settings settings;
    private final Lake lake;

    /**
     * What has arrived.
     *
     * @param there expected pairs of site and extract that a file lies there for
     * @param expected pairs of site and extract (contract section 1, expected.csv)
     */
    public record Count(long there, long expected) {}

    public Arrivals(Settings settings, Lake lake) {
        this.settings = requireNonNull(settings, "settings is null");
        this.lake = requireNonNull(lake, "lake is null");
    }

    /**
     * What has arrived for a night. A source that does not answer has nothing.
     *
     * @throws AbastoException (UNUSABLE) if the reference data cannot be used; FAILED if they cannot be read
     */
    public Count of(LocalDate night) {
        Path folder = settings.work().resolve("arrivals").resolve(night.toString());
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            try (Session session = Session.open(EngineLimits.of(settings))) {
                return count(night, session, folder);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException | SQLException failure) {
            throw AbastoException.failed(
                    "What has arrived for %s cannot be counted: %s".formatted(night, failure.getMessage()), failure);
        }
    }

    private Count count(LocalDate night, Session session, Path folder) throws IOException, SQLException {
        session.run("night", "create table night as select date '%s' as business_date".formatted(night));
        Aliases aliases = new ReferenceLanding(settings).land(session, folder);
        session.table(AcceptStep.class, "expected_extracts");
        List<LocalDate> nights = lake.nights();
        List<LocalDate> last = nights.subList(Math.max(0, nights.size() - 1), nights.size());
        for (Dataset dataset : List.of(NightlyDatasets.FILES, NightlyDatasets.EXTRACTS)) {
            session.view(
                    dataset,
                    lake.byNight(dataset, last).values().stream()
                            .flatMap(List::stream)
                            .toList());
        }
        loadOffered(night, session, folder);
        LandStep.loadSourceSites(session, settings.sources(), aliases, folder);
        session.table(Arrivals.class, "arrived");
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("select there, expected from arrived")) {
            row.next();
            return new Count(row.getLong("there"), row.getLong("expected"));
        }
    }

    private void loadOffered(LocalDate night, Session session, Path folder) throws IOException {
        Path staged = folder.resolve("offered.tsv");
        try (StagedRows rows = new StagedRows(staged)) {
            for (Source source : settings.sources()) {
                for (ExtractFileName name : offered(source, night)) {
                    rows.write(source.name(), name.extract().map(Extract::label).orElseThrow(), name.who());
                }
            }
        }
        session.load("offered", WorkDatasets.OFFERED, staged);
    }

    private static List<ExtractFileName> offered(Source source, LocalDate night) {
        try {
            return OfferedFiles.of(source, night);
        } catch (IOException failure) {
            LOG.warn("{}: what it has for {} is not known: {}", source.name(), night, failure.getMessage());
            return List.of();
        }
    }
}
