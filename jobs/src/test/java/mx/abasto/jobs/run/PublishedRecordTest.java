package mx.abasto.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.abasto.common.lake.Lake;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the job repository knows of published runs. */
class PublishedRecordTest {
    private static final String FOLDER = "nightly/business_date=2025-01-06";

    private final JdbcDataSource database = new JdbcDataSource();
    private final PublishedRecord record = new PublishedRecord(database, "file:///srv/abasto/lake");

    @BeforeEach
    void open() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private static Lake.Published run(String sha256) {
        return new Lake.Published(FOLDER, RunJsons.ofOutputs(List.of()), 1, sha256);
    }

    @Test
    void aRunThatIsResumedIsRememberedOnce() throws SQLException {
        record.add(run("aa"));
        record.add(run("aa"));

        assertThat(record.byFolder()).containsExactly(Map.entry(FOLDER, "aa"));
    }

    @Test
    void aReplacedRunIsNotRememberedInThePlaceOfTheOneThatWasPublished() throws SQLException {
        record.add(run("aa"));

        assertThatThrownBy(() -> record.add(run("bb")))
                .hasMessageStartingWith(FOLDER + "/run.json is not the one that was published: it was replaced.");
        assertThat(record.byFolder()).containsEntry(FOLDER, "aa");
    }

    @Test
    void aLakeThatBeginsAnewIsNotHeldAgainstTheOneThatIsGone() throws SQLException {
        record.add(run("aa"));

        record.forget(FOLDER);
        record.add(run("bb"));

        assertThat(record.byFolder()).containsEntry(FOLDER, "bb");
    }

    @Test
    void anotherLakesRunsAreItsOwn() throws SQLException {
        new PublishedRecord(database, "file:///srv/other/lake").add(run("bb"));

        assertThat(record.byFolder()).isEmpty();
    }
}
