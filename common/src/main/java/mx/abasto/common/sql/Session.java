package mx.abasto.common.sql;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import mx.abasto.common.files.Reason;
import mx.abasto.common.model.AbastoException;
import org.duckdb.DuckDBConnection;

/**
 * One session of the SQL engine, in memory, with its limits set: datasets come in as views, scripts run, datasets go
 * out as Parquet. One session a step; not for use by two threads. A statement that fails throws {@link
 * AbastoException} (category FAILED) that names the statement; what was written by then is incomplete.
 */
public final class Session implements AutoCloseable {
    private static final int ROW_GROUP_ROWS = 122_880;
    private static final long SMALL_BYTES = 1L << 20;

    /** An engine in memory by its limits, with the prelude: it takes longer to start than a small step to run. */
    private static final Map<EngineLimits, DuckDBConnection> ENGINES = new ConcurrentHashMap<>();

    private static final AtomicLong SESSIONS = new AtomicLong();

    private final DuckDBConnection connection;
    private final String schema;
    private final EngineLimits limits;

    private Session(DuckDBConnection connection, String schema, EngineLimits limits) {
        this.connection = connection;
        this.schema = schema;
        this.limits = limits;
    }

    /** Opens a session within limits. The caller closes it, and with it all that it holds is gone. */
    public static Session open(EngineLimits limits) {
        try {
            Files.createDirectories(limits.spill());
            DuckDBConnection engine = ENGINES.computeIfAbsent(limits, Session::started);
            Session session =
                    new Session((DuckDBConnection) engine.duplicate(), "session_" + SESSIONS.incrementAndGet(), limits);
            session.run("schema", "create schema %s; %s".formatted(session.schema, searchPath(session.schema)));
            return session;
        } catch (SQLException | IOException failure) {
            throw AbastoException.failed("The SQL engine did not start: " + failure.getMessage(), failure);
        }
    }

    private static DuckDBConnection started(EngineLimits limits) {
        Properties options = limits.options();
        options.setProperty("preserve_insertion_order", "true");
        try {
            DuckDBConnection engine = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", options);
            try (Statement prelude = engine.createStatement()) {
                // As an option of the connection, the folder's would overrule it.
                if (limits.spillMax() != null) {
                    prelude.execute("set max_temp_directory_size = " + literal(limits.spillMax()));
                }
                prelude.execute(SqlScripts.of(Session.class, "prelude"));
            }
            return engine;
        } catch (SQLException failure) {
            throw AbastoException.failed("The SQL engine did not start: " + failure.getMessage(), failure);
        }
    }

    private static String searchPath(String schema) {
        return "set search_path = '%s,main'".formatted(schema);
    }

    /** The session's connection, for reading rows out. It is closed with the session. */
    public Connection connection() {
        return connection;
    }

    /** Another connection to the same data, for reading beside what this one does. The caller closes it. */
    public Connection duplicate() throws SQLException {
        Connection second = connection.duplicate();
        try (Statement statement = second.createStatement()) {
            statement.execute(searchPath(schema));
        }
        return second;
    }

    /** Runs statements; {@code name} is what a failure is reported under. */
    public void run(String name, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw failed(name, failure);
        }
    }

    /** A dataset's files under a name; an empty table of its shape where there are none. */
    public void view(String name, Dataset dataset, List<Path> files) {
        requireNonNull(dataset, "dataset is null");
        if (files.isEmpty()) {
            run(name, "create or replace table %s (%s)".formatted(quoted(name), dataset.columnDefinitions()));
        } else {
            // A small file that several scripts read is read once; of a large one each reads the columns that it needs.
            String kind = files.size() == 1 && files.get(0).toFile().length() <= SMALL_BYTES ? "table" : "view";
            run(
                    name,
                    "create or replace %s %s as select * from %s"
                            .formatted(kind, quoted(name), FileReads.parquet(files)));
        }
    }

    /** As {@link #view(String, Dataset, List)}, under the dataset's own name. */
    public void view(Dataset dataset, List<Path> files) {
        view(dataset.name(), dataset, files);
    }

    /** A dataset's files by the night that they are of, as a view with a further column {@code taken_on}. */
    public void datedView(String name, Dataset dataset, SortedMap<LocalDate, List<Path>> filesByNight) {
        List<String> nights = new ArrayList<>();
        filesByNight.forEach((night, files) -> {
            if (!files.isEmpty()) {
                nights.add("select *, date '%s' as taken_on from %s".formatted(night, FileReads.parquet(files)));
            }
        });
        if (nights.isEmpty()) {
            run(
                    name,
                    "create or replace table %s (%s, taken_on date)"
                            .formatted(quoted(name), dataset.columnDefinitions()));
        } else {
            run(name, "create or replace view %s as %s".formatted(quoted(name), String.join(" union all ", nights)));
        }
    }

    /** Rows that {@link StagedRows} wrote, as a table with a dataset's columns. */
    public void load(String name, Dataset dataset, Path staged) {
        load(name, dataset, List.of(staged));
    }

    /** As {@link #load(String, Dataset, Path)}, from several files; their rows come in no order. */
    public void load(String name, Dataset dataset, List<Path> staged) {
        List<Path> files =
                staged.stream().filter(file -> file.toFile().length() > 0).toList();
        if (files.isEmpty()) {
            view(name, dataset, List.of());
            return;
        }
        String values = dataset.columns().stream()
                .map(column -> column.type() == ColumnType.STRING
                        ? "unstaged(%s) as %s".formatted(quoted(column.name()), quoted(column.name()))
                        : quoted(column.name()))
                .collect(Collectors.joining(", "));
        run(
                name,
                "create or replace table %s as select %s from %s"
                        .formatted(quoted(name), values, FileReads.staged(dataset, files)));
    }

    /** Runs an owner's script, one select, into a table of the script's name. */
    public void table(Class<?> owner, String script) {
        run(script, "create or replace table %s as %s".formatted(quoted(script), SqlScripts.of(owner, script)));
    }

    /** As {@link #table(Class, String)}, but computed where it is used. */
    public void view(Class<?> owner, String script) {
        run(script, "create or replace view %s as %s".formatted(quoted(script), SqlScripts.of(owner, script)));
    }

    /** Runs an owner's script of the dataset's name and writes its rows; they stay at hand as a table. */
    public void write(Class<?> owner, Dataset dataset, Path folder) {
        table(owner, dataset.name());
        writeRelation(dataset.name(), dataset, folder);
    }

    /**
     * As {@link #write}, but the rows are computed as they are written, and again where a later script reads them: for
     * many rows that come of a table by little work.
     */
    public void copy(Class<?> owner, Dataset dataset, Path folder) {
        view(owner, dataset.name());
        writeRelation(dataset.name(), dataset, folder);
    }

    /** Writes a relation's rows as a dataset: {@code folder/<dataset>/part-0.parquet}, sorted. */
    public void writeRelation(String relation, Dataset dataset, Path folder) {
        Path target = folder.resolve(dataset.name());
        try {
            Files.createDirectories(target);
        } catch (IOException failure) {
            throw AbastoException.failed("Cannot make the folder " + target + ": " + Reason.of(failure), failure);
        }
        run(
                dataset.name(),
                "copy (select %s from %s order by %s) to %s (format parquet, compression zstd, row_group_size %d)"
                        .formatted(
                                dataset.conformingColumns(),
                                quoted(relation),
                                dataset.totalOrder(),
                                literal(target.resolve("part-0.parquet").toString()),
                                ROW_GROUP_ROWS));
    }

    /** The first row's first column as a number; 0 where it is NULL or there is no row. */
    public long number(String name, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException failure) {
            throw failed(name, failure);
        }
    }

    /** A text as an SQL literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private AbastoException failed(String name, SQLException failure) {
        String message = EngineFailure.outOfRoom(String.valueOf(failure.getMessage()), limits)
                .map(what -> "The SQL of %s %s".formatted(name, what))
                .orElse("The SQL of %s failed: %s".formatted(name, failure.getMessage()));
        return AbastoException.failed(message, failure);
    }

    /** Again is as good as once: Spring Batch closes what a step reads from both as its stream and as its bean. */
    @Override
    public void close() {
        try {
            if (connection.isClosed()) {
                return;
            }
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("drop schema " + schema + " cascade");
            }
        } catch (SQLException failure) {
            throw AbastoException.failed("The SQL engine did not stop: " + failure.getMessage(), failure);
        }
    }
}
