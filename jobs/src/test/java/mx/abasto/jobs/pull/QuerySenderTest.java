package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Source;
import mx.abasto.common.model.Source.Access;
import mx.abasto.common.model.Source.Limits;
import mx.abasto.jobs.run.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries to a PostgreSQL server. */
@Timeout(120)
class QuerySenderTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 1, 20);
    private static final String DATABASE = TestPostgres.database();
    private static final String SLEEP = "select pg_sleep(100)";
    private static final Limits PATIENT = limits(Duration.ofMinutes(2));

    private @Nullable QuerySender open;

    @AfterEach
    void closeSender() throws IOException {
        if (open != null) {
            open.close();
        }
    }

    private static Limits limits(Duration silence) {
        return new Limits(Duration.ofMinutes(2), silence, Duration.ZERO, 1, Duration.ZERO, 1L << 40);
    }

    private static Access access(@Nullable String user, @Nullable String password, @Nullable String driver) {
        return new Access(user, password == null ? null : new Secret(password), null, null, null, null, driver);
    }

    private static Source source(String address, Access access, Limits limits, Map<Extract, String> queries) {
        return new Source(
                "Hospital 3 de León", address, List.of(), Profile.CANONICAL, access, List.of(), queries, limits, false);
    }

    private static Source source(String query) {
        return source(DATABASE, access(TestPostgres.USER, null, null), PATIENT, Map.of(Extract.RECEIPTS, query));
    }

    private QuerySender sender(Source source) {
        QuerySender sender = new QuerySender(source, NIGHT, 0);
        open = sender;
        return sender;
    }

    private QuerySender sender(String query) {
        return sender(source(query));
    }

    private static InputStream openOnly(QuerySender sender) throws IOException {
        return sender.open(sender.offers().get(0));
    }

    private String text(String query) throws IOException {
        try (QuerySender sender = sender(query);
                InputStream rows = openOnly(sender)) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aQueryIsAFileForEachDayOfTheLookback() throws IOException {
        Source two = source(
                DATABASE,
                access(TestPostgres.USER, null, null),
                PATIENT,
                Map.of(Extract.RECEIPTS, "select 1", Extract.STOCK, "select 2"));
        try (QuerySender sender = new QuerySender(two, NIGHT, 1)) {
            assertThat(sender.offers())
                    .extracting(DeliveredFile::path)
                    .containsExactlyInAnyOrder(
                            "2025-01-19/receipts_Hospital-3-de-Le-n_20250119.csv",
                            "2025-01-19/stock_Hospital-3-de-Le-n_20250119.csv",
                            "2025-01-20/receipts_Hospital-3-de-Le-n_20250120.csv",
                            "2025-01-20/stock_Hospital-3-de-Le-n_20250120.csv");
            assertThat(sender.offers()).allSatisfy(file -> {
                assertThat(file.bytes()).isEqualTo(-1);
                assertThat(file.modifiedAt()).isNull();
                assertThat(file.folder()).isEqualTo(DATABASE);
            });
        }
    }

    @Test
    void valuesBecomeText() throws IOException {
        assertThat(text("""
                select '010.000.0104.00' as clave, null::text as lot, date '2025-01-20' as expires_on,
                    timestamp '2025-01-20 00:00' as "received on", timestamp '2025-01-20 07:30' as at_morning,
                    timestamp '2025-01-20 07:30:01.5' as at_morning_and_a_bit,
                    timestamptz '2025-01-20 00:00-06' as somewhere
                """)).isEqualTo("""
                        clave,lot,expires_on,received on,at_morning,at_morning_and_a_bit,somewhere
                        010.000.0104.00,,2025-01-20,2025-01-20,2025-01-20T07:30:00,2025-01-20T07:30:01.5,2025-01-20T06:00:00Z
                        """);
    }

    @Test
    void numbersArePlain() throws IOException {
        assertThat(text("""
                select 12::smallint, -5::int, 9223372036854775807::bigint, 12.00::numeric as whole, 0.00 as zero,
                    12.50::numeric as half, 1e20::numeric as large, 3::double precision as three, 0.1::real as tenth,
                    1e15::double precision as far, 'NaN'::numeric as nan, true as yes, false as no
                """).lines().skip(1))
                .containsExactly(
                        "12,-5,9223372036854775807,12,0,12.50,100000000000000000000,3,0.1,1000000000000000,NaN,true,false");
    }

    @Test
    void textIsQuotedWhereItNeedsIt() throws IOException {
        assertThat(text("select 'a,b' as \"x,y\", 'say \"a\"' as said, e'two\\nlines' as lines, ' ñ€ ' as plain"))
                .isEqualTo("\"x,y\",said,lines,plain\n\"a,b\",\"say \"\"a\"\"\",\"two\nlines\", ñ€ \n");
    }

    @Test
    void typesThatAreOnlyKnownToTheDatabaseAreText() throws IOException {
        assertThat(text("select 'a4e1c1f2-0000-4000-8000-000000000001'::uuid as id, '{\"a\": 1}'::jsonb as notes"))
                .isEqualTo("id,notes\na4e1c1f2-0000-4000-8000-000000000001,\"{\"\"a\"\": 1}\"\n");
    }

    @Test
    void noRowsAreAHeader() throws IOException {
        assertThat(text("select 1 as line_no, 'x' as lot where false")).isEqualTo("line_no,lot\n");
    }

    @Test
    void aRowOfOneNullIsStillARow() throws IOException {
        assertThat(text("select null::text as lot")).isEqualTo("lot\n\"\"\n");
    }

    @Test
    void theNightStandsInEachPlaceThatIsNotTextCommentOrCast() throws IOException {
        assertThat(text("""
                select :night::text as a, ':night' as b, /* :night */ (:night + 1)::date as c -- :night
                where :night = date '2025-01-20'
                """)).isEqualTo("a,b,c\n2025-01-20,:night,2025-01-21\n");
    }

    @Test
    void aQueryNeedNotAskForTheNight() throws IOException {
        assertThat(text("select 1 as one")).isEqualTo("one\n1\n");
    }

    @Test
    void anotherPlaceThanTheNightIsRefused() {
        assertThatThrownBy(() -> text("select :day::text as a"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the query of receipts has a place for something else than :night")
                .hasMessageContaining("'day'");
    }

    @Test
    void aColumnThatIsNoTextIsRefusedByName() {
        assertThatThrownBy(() -> text("select 1 as one, array[1, 2] as lots"))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "the query of receipts has the column lots of the type _int4, which cannot be written as text;"
                                + " leave it out or cast it");
        assertThatThrownBy(() -> text("select '\\x00'::bytea as photo")).hasMessageContaining("the column photo");
    }

    @Test
    void nothingCanBeWritten() {
        assertThatThrownBy(() -> text("create table nothing (a int)"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("read-only transaction");
    }

    /** Had the driver fetched all rows before it gave the first, the bad row would have failed the opening. */
    @Test
    void rowsAreFetchedAsTheyAreRead() throws IOException {
        QuerySender sender =
                sender("select row_no, 1 / (1500000 - row_no) as x from generate_series(1, 2000000) as row_no");
        try (InputStream rows = openOnly(sender);
                BufferedReader lines = new BufferedReader(new InputStreamReader(rows, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("row_no,x");
            long[] read = new long[1];
            Throwable failure = catchThrowable(() -> {
                while (lines.readLine() != null) {
                    read[0]++;
                }
            });
            assertThat(failure)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("the database refuses the query of receipts (ERROR: division by zero)");
            assertThat(read[0]).isBetween(1_490_000L, 1_499_999L);
        }
    }

    @Test
    void twoMillionRowsComeToTheirEnd() throws IOException {
        QuerySender sender = sender("select row_no, repeat('x', 100) as x from generate_series(1, 2000000) as row_no");
        try (InputStream rows = openOnly(sender)) {
            long lines = 0;
            byte[] buffer = new byte[1 << 16];
            for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
                for (int index = 0; index < read; index++) {
                    lines += buffer[index] == '\n' ? 1 : 0;
                }
            }
            assertThat(lines).isEqualTo(2_000_001);
        }
    }

    @Test
    void aConnectionLostHalfwayFailsAndTheNextTryIsWhole() throws Exception {
        String query = "select row_no, repeat('x', 1000) as x from generate_series(1, 100000) as row_no";
        QuerySender sender = sender(query);
        try (InputStream rows = openOnly(sender)) {
            rows.readNBytes(10_000);
            TestPostgres.execute(DATABASE, """
                    select pg_terminate_backend(pid, 10000) from pg_stat_activity
                    where query like '%repeat%' and pid <> pg_backend_pid()
                    """);
            IOException failure = catchThrowableOfType(IOException.class, rows::readAllBytes);
            assertThat(failure)
                    .isNotInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("the query of receipts was not answered to its end: ");
        }
        sender.close();
        assertThat(text(query).lines().count()).isEqualTo(100_001);
    }

    @Test
    void aQueryThatHangsIsFreedAndCancelledWhenTheSenderIsClosed() throws Exception {
        QuerySender sender = sender(SLEEP + " /* closed */");
        List<DeliveredFile> offers = sender.offers();
        CompletableFuture<Throwable> freed =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> sender.open(offers.get(0))));
        waitUntil("select count(*) = 1 from pg_stat_activity where query like '%pg_sleep%closed%' and state = 'active'"
                + " and pid <> pg_backend_pid()");

        sender.close();

        assertThat(freed.get(60, TimeUnit.SECONDS))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(RefusedException.class);
        waitUntil("select count(*) = 0 from pg_stat_activity where query like '%pg_sleep%closed%'"
                + " and pid <> pg_backend_pid()");
    }

    @Test
    void aQueryThatHangsIsGivenUpAfterTheSilence() {
        QuerySender sender = sender(source(
                DATABASE,
                access(TestPostgres.USER, null, null),
                limits(Duration.ofMillis(300)),
                Map.of(Extract.RECEIPTS, SLEEP)));

        assertThatThrownBy(() -> openOnly(sender))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(RefusedException.class)
                .hasMessageContaining("the query of receipts was not answered to its end");
    }

    @Test
    void aServerThatSaysNothingToALoginIsGivenUpAfterTheSilence() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            QuerySender sender = sender(source(
                    "jdbc:postgresql://localhost:%d/x".formatted(mute.getLocalPort()),
                    access("clerk", "secret", null),
                    limits(Duration.ofMillis(300)),
                    Map.of(Extract.RECEIPTS, "select 1")));

            assertThatThrownBy(sender::offers)
                    .isNotInstanceOf(RefusedException.class)
                    .hasMessage("the database did not answer the login within 0 s");
        }
    }

    @Test
    void aLoginIsFreedWhenTheSenderIsClosed() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            QuerySender sender = sender(source(
                    "jdbc:postgresql://localhost:%d/x".formatted(mute.getLocalPort()),
                    access("clerk", "secret", null),
                    PATIENT,
                    Map.of(Extract.RECEIPTS, "select 1")));
            CompletableFuture<Throwable> freed = CompletableFuture.supplyAsync(() -> catchThrowable(sender::offers));
            mute.accept().getInputStream().read();

            sender.close();

            assertThat(freed.get(60, TimeUnit.SECONDS)).hasMessage("the login at the database was given up");
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndNotTold() throws Exception {
        TestPostgres.addReader(DATABASE, "clerk", "right");
        Source wrong = source(
                DATABASE + "?password=wrong-as-well",
                access("clerk", "wrong", null),
                PATIENT,
                Map.of(Extract.RECEIPTS, "select 1 as one"));

        assertThatThrownBy(() -> sender(wrong).offers())
                .isInstanceOf(RefusedException.class)
                .hasMessage("the database refuses the login (FATAL: password authentication failed for user \"clerk\");"
                        + " check user and password of the source Hospital 3 de León");

        Source right =
                source(DATABASE, access("clerk", "right", null), PATIENT, Map.of(Extract.RECEIPTS, "select 1 as one"));
        assertThat(openOnly(sender(right)).readAllBytes()).asString().isEqualTo("one\n1\n");
    }

    @Test
    void aDatabaseThatIsNotThereIsRefused() {
        Source none = source(
                DATABASE + "_not",
                access(TestPostgres.USER, null, null),
                PATIENT,
                Map.of(Extract.RECEIPTS, "select 1 as one"));

        assertThatThrownBy(() -> sender(none).offers())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("does not exist); check the uri of the source");
    }

    @Test
    void anAddressThatNoDriverKnowsIsRefused() {
        Source unknown =
                source("jdbc:nobody://clerk:secret@host/x", Access.NONE, PATIENT, Map.of(Extract.RECEIPTS, "select 1"));

        assertThatThrownBy(() -> sender(unknown).offers())
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "no JDBC driver on the class path knows the address jdbc:nobody://host/x; put its jar on the"
                                + " class path and, if it is still not found, name its class as the driver of the source"
                                + " Hospital 3 de León");
    }

    @Test
    void aDriverThatIsNotOnTheClassPathIsRefused() {
        Source unknown = source(
                DATABASE, access(null, null, "com.example.Driver"), PATIENT, Map.of(Extract.RECEIPTS, "select 1"));

        assertThatThrownBy(() -> sender(unknown).offers())
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("the driver com.example.Driver of the source Hospital 3 de León is not a JDBC"
                        + " driver on the class path");
    }

    @Test
    void aDriverOfAnotherDatabaseIsNamed() throws IOException {
        Source h2 = source(
                "jdbc:h2:mem:",
                access("sa", "", "org.h2.Driver"),
                PATIENT,
                Map.of(
                        Extract.RECEIPTS,
                        "select cast(:night as date) as received_on, 12.00 as quantity, x'00' as photo"));

        assertThatThrownBy(() -> openOnly(sender(h2))).hasMessageContaining("the column PHOTO");
    }

    @Test
    void aQueryThatIsWrongIsRefusedAndTheOthersAreAnswered() throws IOException {
        Source one = source(
                DATABASE,
                access(TestPostgres.USER, null, null),
                PATIENT,
                Map.of(
                        Extract.RECEIPTS, "select nothing from nowhere",
                        Extract.STOCK, "select 1 as one",
                        Extract.ADJUSTMENTS, "selct 1"));
        QuerySender sender = sender(one);
        for (DeliveredFile file : sender.offers()) {
            if (file.names().get(0).extract().orElseThrow() == Extract.STOCK) {
                assertThat(sender.open(file).readAllBytes()).asString().isEqualTo("one\n1\n");
            } else {
                String label = file.names().get(0).extract().orElseThrow().label();
                assertThatThrownBy(() -> sender.open(file))
                        .isInstanceOf(RefusedException.class)
                        .hasMessageStartingWith("the database refuses the query of %s (ERROR: ".formatted(label))
                        .hasMessageEndingWith("; correct queries.%s of the source Hospital 3 de León".formatted(label));
            }
        }
    }

    private static void waitUntil(String isSo) throws SQLException {
        try (Connection connection = DriverManager.getConnection(DATABASE, TestPostgres.USER, "");
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery(isSo)) {
                    if (row.next() && row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.onSpinWait();
            }
        }
    }
}
