package mx.abasto.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.cli.RunCommand;

/**
 * A network of three sites whose files a test writes out row by row: W is a state warehouse, H a hospital, C a health
 * centre, and KEY a clave without tolerance. In rows these letters stand for
 * the codes.
 */
public final class WrittenNetwork {
    public static final String W = "OCIMB000013";
    public static final String H = "OCIMB000025";
    public static final String C = "OCIMB000030";
    public static final String KEY = "010.000.0104.00";

    private static final Map<String, String> HEADERS = Map.of(
            "receipts",
            "receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,order_no,clave,lot,quantity,cancelled",
            "distributions",
            "shipment_no,line_no,clues,destination_clues,shipped_on,clave,lot,quantity,cancelled",
            "dispensations",
            "prescription_no,line_no,clues,dispensed_on,clave,lot,prescribed_quantity,dispensed_quantity,cancelled",
            "consumptions",
            "document_no,line_no,clues,consumed_on,clave,lot,quantity,cancelled",
            "adjustments",
            "document_no,line_no,clues,adjusted_on,reason,clave,lot,quantity,cancelled",
            "stock",
            "clues,counted_on,clave,lot,quantity",
            "orders",
            "order_no,line_no,supplier,destination_clues,ordered_on,due_on,clave,quantity,cancelled");

    private final Path folder;

    private WrittenNetwork(Path folder) {
        this.folder = folder;
    }

    /** A network that expects no extract of anybody, and has no file yet. */
    public static WrittenNetwork in(Path folder) {
        WrittenNetwork network = new WrittenNetwork(folder);
        network.write("reference/sites.csv", """
                clues,name,kind,state
                W,Almacén,STATE_WAREHOUSE,20
                H,Hospital,HOSPITAL,20
                C,Centro,HEALTH_CENTRE,20
                """);
        network.write("reference/catalogue.csv", "clave,description,group,unit_price\nKEY,Paracetamol,MEDICINE,10\n");
        network.write("reference/assortment.csv", "scope,clave\nHOSPITAL,KEY\n");
        network.write("abasto.yml", """
                abasto:
                  lake: var/lake
                  work: var/work
                  reference: reference
                  sources:
                    - name: units
                      uri: extracts/{date}
                """);
        return network;
    }

    /** Writes a file of the folder; the letters that stand for codes are replaced. */
    public WrittenNetwork write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, spelledOut(text), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Delivers a file of an extract on a night, named by its date and a label; rows without their header. */
    public WrittenNetwork deliver(LocalDate night, String extract, String label, String... rows) {
        return write(
                "extracts/%s/%s_%s_%s.csv"
                        .formatted(night, extract, label, night.format(DateTimeFormatter.BASIC_ISO_DATE)),
                HEADERS.get(extract) + "\n" + String.join("\n", rows) + "\n");
    }

    /** Runs every night from one to another, and the weeks that they complete. */
    public WrittenNetwork run(LocalDate from, LocalDate until) {
        abasto("catch-up", "--from", from.toString(), "--until", until.toString())
                .requireDone();
        return this;
    }

    public RunCommand.Result abasto(String... words) {
        return RunCommand.with(folder.resolve("abasto.yml"), words);
    }

    /** The rows of a query over all nights, whose folder is {@code run}: each as its cells with blanks between. */
    public List<String> rows(String sql) {
        try (LakeQuery lake = new LakeQuery(folder.resolve("var/lake"))) {
            return lake.rows(spelledOut(sql)).stream()
                    .map(row -> shortened(String.join(" ", row.values())))
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static String spelledOut(String text) {
        return text.replaceAll("\\bKEY\\b", KEY)
                .replaceAll("(?m)(^|,|')W(?=,|'|$)", "$1" + W)
                .replaceAll("(?m)(^|,|')H(?=,|'|$)", "$1" + H)
                .replaceAll("(?m)(^|,|')C(?=,|'|$)", "$1" + C);
    }

    private static String shortened(String text) {
        return text.replace(KEY, "KEY").replace(W, "W").replace(H, "H").replace(C, "C");
    }
}
