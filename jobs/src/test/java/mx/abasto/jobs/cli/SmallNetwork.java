package mx.abasto.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.FileReads;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;

/** A generated network in a folder, and the lake that commands make of it. Its opening night is 2025-01-06, a Monday. */
record SmallNetwork(Path folder) {
    static final LocalDate OPENING = LocalDate.of(2025, 1, 6);

    static SmallNetwork generated(Path folder, int sites, int nights, double faults) {
        Generator.generate(GeneratorOptions.of(sites, 12, nights, 7).withFaults(faults), folder);
        return new SmallNetwork(folder);
    }

    /** Runs a command with this network's configuration. */
    Ran abasto(String... arguments) {
        return Ran.abasto(Ran.with(new String[] {"--config", configuration().toString()}, arguments));
    }

    Path configuration() {
        return folder.resolve("abasto.yml");
    }

    Path extracts(LocalDate night) {
        return folder.resolve("extracts").resolve(night.toString());
    }

    Lake lake() {
        return new Lake(HadoopPlace.at(folder.resolve("var/lake").toUri()), folder.resolve("cache"));
    }

    /** Rewrites the configuration. */
    void configure(String what, String instead) {
        try {
            Files.writeString(configuration(), Files.readString(configuration()).replace(what, instead));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The rows of a query over a night's dataset, each as its cells' texts with commas between. */
    List<String> query(LocalDate night, Dataset dataset, String columns, String where) {
        List<Path> files = lake().files(lake().night(night).orElseThrow(), dataset);
        return query("select %s from %s where %s".formatted(columns, FileReads.parquet(files), where));
    }

    static List<String> query(String sql) {
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = engine.createStatement().executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(rows.getObject(column)));
                }
                all.add(String.join(",", cells));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
