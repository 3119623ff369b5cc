package mx.abasto.jobs.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The least that a night must do, as bare SQL in one session with the product's threads and memory: reads the same files,
 * computes balances, matches shipments to receipts, finds prescriptions that were filled too often, and writes two Parquet
 * files. It accepts nothing, proves nothing and keeps nothing.
 */
final class Floor {
    private Floor() {}

    /** A night after a night, in this process: the seconds of each, the session's start included. */
    static List<Double> run(Path extracts, Path out, List<LocalDate> nights) throws SQLException, IOException {
        List<Double> seconds = new ArrayList<>();
        // The engine's library is unpacked once a process: not what is measured.
        DriverManager.getConnection("jdbc:duckdb:").close();
        Path last = null;
        for (LocalDate night : nights) {
            Path folder = Files.createDirectories(out.resolve(night.toString()));
            Map<String, String> values = new TreeMap<>();
            values.put("files", extracts.resolve(night.toString()).toString());
            values.put("night", night.toString());
            values.put("is_opening", "" + (last == null));
            values.put("out", folder.toString());
            values.put("last", "" + last);
            long start = System.nanoTime();
            run(last == null ? "floor_first" : "floor_last", values, out.resolve("spill"));
            seconds.add((System.nanoTime() - start) / 1e9);
            last = folder;
        }
        return seconds;
    }

    private static void run(String before, Map<String, String> values, Path spill) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2; set memory_limit = '3GB'; set temp_directory = '" + spill + "'");
            for (String script : List.of("floor_read", before, "floor_balances", "floor_matches")) {
                statement.execute(filled(script, values));
            }
        }
    }

    private static String filled(String script, Map<String, String> values) throws IOException {
        try (InputStream stream = Floor.class.getResourceAsStream("/benchmark/" + script + ".sql")) {
            if (stream == null) {
                throw new IOException("no benchmark/" + script + ".sql among the test resources");
            }
            String sql = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                sql = sql.replace("{" + value.getKey() + "}", value.getValue());
            }
            return sql;
        }
    }
}
