package mx.abasto.jobs.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.PublishedRun;

/** A network of two sites whose files a test writes line by line, and the lake that they make. */
final class HandMadeNetwork {
    static final LocalDate OPENING = LocalDate.parse("2025-01-01");

    /** A central warehouse. */
    static final String WAREHOUSE = "DFIMB000014";

    /** A health centre. */
    static final String CENTRE = "DFIMB000026";

    static final String RECEIPTS =
            "receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,clave,lot,quantity";
    static final String STOCK = "clues,counted_on,clave,lot,expires_on,quantity";

    private final Path home;

    private HandMadeNetwork(Path home) {
        this.home = home;
    }

    /** One source of canonical files named {@code units}. */
    static HandMadeNetwork canonical(Path home) {
        return of(home, "- {name: units, uri: 'extracts/{date}'}", "");
    }

    /**
     * A network of its own sources and profiles.
     *
     * @param sources the entries of the configuration's list, each on a line that begins with a dash
     * @param profiles the entries of its map, each on a line; empty for none
     */
    static HandMadeNetwork of(Path home, String sources, String profiles) {
        HandMadeNetwork network = new HandMadeNetwork(home);
        network.configure(sources, profiles);
        network.reference(
                "sites.csv",
                "clues,name,kind,state",
                WAREHOUSE + ",Central,CENTRAL_WAREHOUSE,09",
                CENTRE + ",Centro,HEALTH_CENTRE,09");
        network.reference(
                "catalogue.csv",
                "clave,description,group",
                "010.000.0001.00,One,MEDICINE",
                "010.000.0002.00,Two,MEDICINE");
        network.reference("assortment.csv", "scope,clave", "HEALTH_CENTRE,010.000.0001.00");
        network.reference("expected.csv", "clues,extract", WAREHOUSE + ",receipts", CENTRE + ",stock");
        return network;
    }

    void configure(String sources, String profiles) {
        write(
                home.resolve("abasto.yml"),
                """
                abasto:
                  lake: "lake"
                  work: "work"
                  reference: "reference"
                  memory: 512MB
                  threads: 2
                  sources:
                %s
                """.formatted(sources.indent(4).stripTrailing())
                        + (profiles.isEmpty() ? "" : "  profiles:\n" + profiles.indent(4)));
    }

    void reference(String file, String... lines) {
        write(home.resolve("reference").resolve(file), String.join("\n", lines) + "\n");
    }

    /** Lays a file into the folder of a night. */
    void send(LocalDate night, String name, String... lines) {
        write(home.resolve("extracts").resolve(night.toString()).resolve(name), String.join("\n", lines) + "\n");
    }

    /** Publishes a night. What the command printed. */
    String publish(LocalDate night) {
        return run("nightly", "--date", night.toString()).requireDone().out();
    }

    /** Publishes every night from the first unpublished one to a last. */
    void publishUntil(LocalDate night) {
        run("catch-up", "--from", OPENING.toString(), "--until", night.toString())
                .requireDone();
    }

    RunCommand.Result run(String... words) {
        return RunCommand.with(home.resolve("abasto.yml"), words);
    }

    /** The rows of a query over the lake, each its cells with commas between them. */
    List<String> rows(String sql) {
        try (LakeQuery query = new LakeQuery(home.resolve("lake"))) {
            return query.rows(sql).stream()
                    .map(row -> String.join(",", row.values()))
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The paths of a published night's inputs. */
    List<String> inputs(LocalDate night) {
        return PublishedRun.all(home.resolve("lake")).stream()
                .filter(run -> run.runJson().get("business_date").asString().equals(night.toString()))
                .flatMap(run -> run.runJson().get("inputs").valueStream())
                .map(input -> input.get("path").asString())
                .toList();
    }

    /** A receipt from a supplier of the warehouse: lot L1 of the first clave. */
    static String receipt(String receiptNo, LocalDate receivedOn, int quantity) {
        return Stream.of(
                        receiptNo,
                        "1",
                        WAREHOUSE,
                        receivedOn.toString(),
                        "SUPPLIER",
                        "",
                        "",
                        "010.000.0001.00",
                        "L1",
                        Integer.toString(quantity))
                .reduce((row, cell) -> row + "," + cell)
                .orElseThrow();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
