package mx.abasto.jobs.oracle;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.cli.RunCommand;
import org.jspecify.annotations.Nullable;

/** Runs the product and the oracle over the same nights, and tells where their datasets differ. */
final class Agreement {
    private static final List<String> DATASETS = List.of(
            "files",
            "extracts",
            "quarantine",
            "movements",
            "counts",
            "stock_balance",
            "key_day",
            "lots",
            "shipments",
            "orders",
            "prescriptions",
            "discrepancies");
    private static final int DIFFERENCES_SHOWN = 5;

    private final String name;
    private final Path configuration;
    private final Path lake;
    private final Oracle oracle;
    private final RuleAccuracy accuracy;
    private final List<String> differences = new ArrayList<>();

    /** @param name of the network, with its seed: each difference begins with it */
    Agreement(String name, Path configuration, Path lake, Oracle oracle, RuleAccuracy accuracy) {
        this.name = name;
        this.configuration = configuration;
        this.lake = lake;
        this.oracle = oracle;
        this.accuracy = accuracy;
    }

    /** The next nights, from the opening night or the night after the last that was run. */
    void run(LocalDate first, LocalDate last) throws SQLException {
        RunCommand.with(configuration, "catch-up", "--from", first.toString(), "--until", last.toString())
                .requireDone();
        for (LocalDate night = first; !night.isAfter(last); night = night.plusDays(1)) {
            OracleNight expected = oracle.night(night);
            Path published = lake.resolve("nightly/business_date=" + night);
            for (String dataset : DATASETS) {
                List<Map<String, @Nullable Object>> rows = PublishedRows.of(published.resolve(dataset));
                for (String difference : diff(dataset).differences(expected.rows(dataset), rows, DIFFERENCES_SHOWN)) {
                    differences.add("%s, %s: %s".formatted(name, night, difference));
                }
                if (dataset.equals("discrepancies")) {
                    accuracy.add(expected.rows(dataset), rows);
                }
            }
        }
    }

    List<String> differences() {
        return differences;
    }

    private static OracleDiff diff(String dataset) {
        return switch (dataset) {
            // How much of a row that cannot be read is kept, and which cell is named, the contract leaves open.
            case "quarantine" -> OracleDiff.of(dataset).ignoring("raw", "clues", "column");
            case "files" -> OracleDiff.of(dataset).whetherNull("rejected_because");
            default -> OracleDiff.of(dataset);
        };
    }
}
