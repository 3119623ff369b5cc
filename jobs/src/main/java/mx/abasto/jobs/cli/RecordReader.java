package mx.abasto.jobs.cli;

import static java.util.Objects.requireNonNullElse;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.run.PublishedRecord;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reads what the job repository recorded of published runs, without starting anything. */
final class RecordReader {
    private static final String H2_FILE = "jdbc:h2:file:";
    private static final int FILE_IS_LOCKED = 90020;

    /** What H2 says of a file that is not there, in its versions. */
    private static final Set<Integer> FILE_IS_NOT_THERE = Set.of(90013, 90124, 90146, 90149);

    private RecordReader() {}

    /** A record, and why it may not be whole. */
    record Recorded(Map<String, String> hashes, String remark) {}

    /**
     * Reads it.
     *
     * @throws AbastoException (FAILED) if the repository does not answer
     */
    static Recorded of(Settings settings) {
        Settings.Repository repository = settings.repository();
        // Nothing is made by looking.
        String url = repository.url() + (repository.url().startsWith(H2_FILE) ? ";IFEXISTS=TRUE" : "");
        DriverManagerDataSource database = new DriverManagerDataSource(
                url,
                requireNonNullElse(repository.user(), ""),
                requireNonNullElse(repository.password(), new Secret("")).text());
        try {
            return new Recorded(new PublishedRecord(database, settings.lake().toString()).byFolder(), "");
        } catch (SQLException failure) {
            if (failure.getErrorCode() == FILE_IS_LOCKED) {
                return new Recorded(
                        Map.of(),
                        "Another run has the job repository open, so what it recorded was not looked at: verify again"
                                + " once that run has ended.");
            }
            if (FILE_IS_NOT_THERE.contains(failure.getErrorCode())) {
                return new Recorded(Map.of(), "");
            }
            throw AbastoException.failed(
                    "The job repository %s did not answer: %s. Run the same command again."
                            .formatted(Secret.maskedIn(repository.url()), failure.getMessage()),
                    failure);
        }
    }
}
