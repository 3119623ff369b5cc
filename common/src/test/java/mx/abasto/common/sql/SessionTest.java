package mx.abasto.common.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.model.AbastoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    private static final Dataset SHELVES = Dataset.named("shelves")
            .with(ColumnType.STRING, "clave")
            .with(ColumnType.BIGINT, "pieces")
            .sortedBy("clave");

    @TempDir
    Path folder = Path.of("");

    private Session open(int threads) {
        return Session.open(new EngineLimits("256MB", threads, folder.resolve("spill")));
    }

    private static List<String> texts(Session session, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }

    private Path written(Session session, String sql, String name) {
        session.run("shelves", "create or replace table shelves as " + sql);
        session.writeRelation("shelves", SHELVES, folder.resolve(name));
        return folder.resolve(name + "/shelves/part-0.parquet");
    }

    @Test
    void itsLimitsAreSetAndNoExtensionIsLoadedByItself() throws SQLException {
        try (Session session = open(1)) {
            assertThat(texts(session, "select current_setting('threads')")).containsExactly("1");
            assertThat(texts(session, "select current_setting('memory_limit')")).containsExactly("244.1 MiB");
            assertThat(texts(session, "select current_setting('temp_directory')"))
                    .containsExactly(folder.resolve("spill").toString());
            assertThat(texts(session, "select current_setting('autoload_known_extensions')"))
                    .containsExactly("false");
            assertThat(texts(session, "select current_setting('autoinstall_known_extensions')"))
                    .containsExactly("false");
        }
    }

    @Test
    void whatIsWrittenIsSortedAndReadBack() throws SQLException {
        try (Session session = open(2)) {
            Path file = written(
                    session, "select * from (values ('b', 2), (null, 3), ('a', 1)) as t (clave, pieces)", "out");

            session.view("again", SHELVES, List.of(file));

            assertThat(texts(session, "select concat_ws(' ', clave, pieces) from again"))
                    .containsExactly("3", "a 1", "b 2");
        }
    }

    @Test
    void theSameRowsGiveTheSameBytesAtOneThreadAndAtTwo() throws IOException {
        String rows = "select cast(hash(range) %% 1000 as varchar) as clave, range as pieces from range(300000)%s";
        try (Session one = open(1);
                Session two = open(2)) {
            Path forwards = written(one, rows.formatted(""), "one");
            Path backwards = written(two, rows.formatted(" order by range desc"), "two");

            assertThat(Hashes.of(forwards)).isEqualTo(Hashes.of(backwards));
        }
    }

    @Test
    void aDatasetWithoutFilesIsAnEmptyTableOfItsShape() throws SQLException {
        try (Session session = open(1)) {
            session.view(SHELVES, List.of());

            assertThat(session.number("count", "select count(*) from shelves")).isZero();
            assertThat(texts(session, "select column_type from (describe shelves)"))
                    .containsExactly("VARCHAR", "BIGINT");
        }
    }

    @Test
    void filesByNightGetTheirNightAsAColumn() throws SQLException {
        try (Session session = open(1)) {
            Path monday = written(session, "select 'a' as clave, 1 as pieces", "monday");
            Path tuesday = written(session, "select 'a' as clave, 2 as pieces", "tuesday");
            TreeMap<LocalDate, List<Path>> nights = new TreeMap<>(
                    Map.of(LocalDate.of(2025, 1, 6), List.of(monday), LocalDate.of(2025, 1, 7), List.of(tuesday)));

            session.datedView("nights", SHELVES, nights);
            session.datedView("none", SHELVES, new TreeMap<>());

            assertThat(texts(session, "select taken_on || ' ' || pieces from nights order by all"))
                    .containsExactly("2025-01-06 1", "2025-01-07 2");
            assertThat(texts(session, "select column_type from (describe none)"))
                    .containsExactly("VARCHAR", "BIGINT", "DATE");
        }
    }

    @Test
    void aFolderNamedLikeAPartitionAddsNoColumn() throws SQLException {
        try (Session session = open(1)) {
            Path file = written(session, "select 'a' as clave, 1 as pieces", "business_date=2025-01-06");

            session.view("again", SHELVES, List.of(file));

            assertThat(texts(session, "select column_name from (describe again)"))
                    .containsExactly("clave", "pieces");
        }
    }

    @Test
    void aFileWithAQuoteInItsNameIsRead() throws SQLException, IOException {
        try (Session session = open(1)) {
            Path file = written(session, "select 'a' as clave, 1 as pieces", "out");
            Path quoted = Files.move(file, folder.resolve("o'clock.parquet"));

            session.view("again", SHELVES, List.of(quoted));

            assertThat(session.number("again", "select pieces from again")).isOne();
        }
    }

    @Test
    void aStatementThatFailsIsReportedUnderItsName() {
        try (Session session = open(1)) {
            assertThatThrownBy(() -> session.run("balance", "select * from nowhere"))
                    .isInstanceOf(AbastoException.class)
                    .hasMessageStartingWith("The SQL of balance failed: ")
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void closedAgainItStaysClosed() throws SQLException {
        Session session = open(1);
        session.close();
        session.close();

        assertThat(session.connection().isClosed()).isTrue();
    }

    @Test
    void aScriptThatIsMissingFailsAtOnce() {
        try (Session session = open(1)) {
            assertThatThrownBy(() -> session.table(SessionTest.class, "nowhere"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("There is no SQL file /sql/nowhere.sql");
        }
    }

    @Test
    void ratiosAreRoundedHalfUpAwayFromZero() throws SQLException {
        try (Session session = open(1)) {
            assertThat(texts(session, """
                    select ratio_half_up(numerator, 2)
                    from (values (1, 1), (2, 3), (3, 5), (4, -1), (5, -3), (6, 4)) as t (place, numerator)
                    order by place
                    """)).containsExactly("1", "2", "3", "-1", "-2", "2");
        }
    }
}
