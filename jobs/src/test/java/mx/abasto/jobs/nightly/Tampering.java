package mx.abasto.jobs.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import mx.abasto.common.lake.WorkFolder;
import mx.abasto.common.sql.Dataset;

/** A dataset of a work folder with something changed in it, until it is closed. */
public final class Tampering implements AutoCloseable {
    private final Path file;
    private final Path original;

    private Tampering(Path file, Path original) {
        this.file = file;
        this.original = original;
    }

    /**
     * Rewrites a dataset's file.
     *
     * @param select what it holds from now on; {@code %s} stands for what it held
     */
    public static Tampering with(Path work, Dataset dataset, String select) throws SQLException, IOException {
        Path file = new WorkFolder(work).files(dataset).get(0);
        Path original = work.resolveSibling("original.parquet");
        Files.move(file, original, StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (%s) to '%s' (format parquet, compression zstd)"
                    .formatted(select.formatted("read_parquet('" + original + "')"), file));
        }
        return new Tampering(file, original);
    }

    /** The one text that a query over a dataset's file gives. */
    public static String text(Path work, Dataset dataset, String select) throws SQLException {
        Path file = new WorkFolder(work).files(dataset).get(0);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select.formatted("read_parquet('" + file + "')"))) {
            row.next();
            return row.getString(1);
        }
    }

    /** Puts back what was there. */
    @Override
    public void close() throws IOException {
        Files.move(original, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
