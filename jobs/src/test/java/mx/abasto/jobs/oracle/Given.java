package mx.abasto.jobs.oracle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A tiny reference folder and tiny deliveries for the oracle's own tests: a warehouse W, a hospital H, a centre C. */
final class Given {

    static final String W = "OCSSA000011";
    static final String H = "OCSSA000022";
    static final String C = "OCSSA000033";
    static final String KEY = "010.000.0022.00";
    static final String CONTROLLED = "040.000.0226.00";
    static final LocalDate D1 = LocalDate.parse("2025-01-06");

    static final String RECEIPTS = "receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,order_no,"
            + "clave,lot,expires_on,quantity,cancelled";
    static final String DISTRIBUTIONS =
            "shipment_no,line_no,clues,destination_clues,shipped_on,clave,lot,expires_on,quantity,cancelled";
    static final String DISPENSATIONS =
            "prescription_no,line_no,clues,dispensed_on,clave,lot,prescribed_quantity,dispensed_quantity,cancelled";
    static final String ADJUSTMENTS =
            "document_no,line_no,clues,adjusted_on,reason,clave,lot,expires_on,quantity,cancelled";
    static final String STOCK = "clues,counted_on,clave,lot,expires_on,quantity";
    static final String ORDERS =
            "order_no,line_no,supplier,destination_clues,ordered_on,due_on,clave,quantity,cancelled";

    private final Path reference;
    private final Path extracts;

    Given(Path folder) {
        this.reference = folder.resolve("reference");
        this.extracts = folder.resolve("extracts");
        reference(
                "sites.csv",
                "clues,name,kind,state,region,active_from,active_to",
                W + ",Warehouse,CENTRAL_WAREHOUSE,20,,,",
                H + ",Hospital,HOSPITAL,20,,,",
                C + ",Centre,HEALTH_CENTRE,20,,,");
        reference(
                "catalogue.csv",
                "clave,description,group,unit,unit_price,programme,tolerance",
                KEY + ",Casein,MEDICINE,box,2.5000,,2",
                CONTROLLED + ",Ketamine,CONTROLLED,vial,10,,");
        // Only counts are expected, so that a test need not send what it is not about.
        reference("expected.csv", "clues,extract", W + ",stock", H + ",stock", C + ",stock");
    }

    void reference(String name, String... lines) {
        write(reference.resolve(name), text(lines).getBytes(StandardCharsets.UTF_8));
    }

    static LocalDate night(int number) {
        return D1.plusDays(number - 1L);
    }

    /** A file of night {@code number}, in that night's folder. */
    void file(int number, String extract, String who, String header, String... rows) {
        named(number, extract + "_" + who + "_" + compact(number) + ".csv", header, rows);
    }

    void named(int number, String name, String header, String... rows) {
        bytes(number, name, (header + "\n" + text(rows)).getBytes(StandardCharsets.UTF_8));
    }

    void bytes(int number, String name, byte[] content) {
        write(extracts.resolve(night(number).toString()).resolve(name), content);
    }

    static String compact(int number) {
        return night(number).toString().replace("-", "");
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** An oracle with a source of this profile that reads the given files. */
    Oracle oracle(OracleProfile profile, boolean isCumulative) {
        OracleSource source = new OracleSource("units", extracts, profile, List.of(), isCumulative);
        return Oracle.open(reference, List.of(source), OracleSettings.defaults());
    }

    static List<OracleNight> nights(Oracle oracle, int last) {
        List<OracleNight> nights = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            nights.add(oracle.night(night(number)));
        }
        return nights;
    }

    Oracle oracle() {
        return Oracle.open(reference, extracts, OracleSettings.defaults());
    }

    /** Runs nights 1 to {@code last} and gives the last one. */
    OracleNight run(int last) {
        Oracle oracle = oracle();
        OracleNight night = oracle.night(D1);
        for (int number = 2; number <= last; number++) {
            night = oracle.night(night(number));
        }
        return night;
    }

    /** The chosen columns of a dataset's rows, each row as one text, sorted. */
    static List<String> seen(OracleNight night, String dataset, String... columns) {
        return night.rows(dataset).stream().map(r -> seen(r, columns)).sorted().toList();
    }

    static List<String> rule(OracleNight night, String rule, String... columns) {
        return night.rows("discrepancies").stream()
                .filter(r -> rule.equals(r.get("rule")))
                .map(r -> seen(r, columns))
                .sorted()
                .toList();
    }

    private static String seen(Map<String, @Nullable Object> row, String... columns) {
        StringBuilder text = new StringBuilder();
        for (String column : columns) {
            if (!row.containsKey(column)) {
                throw new IllegalArgumentException("no column " + column + " in " + row);
            }
            text.append(text.isEmpty() ? "" : " ").append(row.get(column));
        }
        return text.toString();
    }

    private static String text(String... lines) {
        return lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
