package mx.abasto.jobs.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import mx.abasto.jobs.cli.RunCommand;

/**
 * A network of one's own, said line by line, and its nights. Day 1 is Monday, 6 January 2025. No site has to deliver
 * anything, so that nothing is found but what the lines say; a site's stock of a day is what is counted there on it.
 */
public final class SentNights {
    public static final String KEY = "010.000.0104.00";

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final Map<String, String> HEADERS = Map.of(
            "receipts",
            "receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,clave,lot,expires_on,quantity,cancelled",
            "distributions",
            "shipment_no,line_no,clues,destination_clues,shipped_on,clave,lot,quantity",
            "dispensations",
            "prescription_no,line_no,clues,dispensed_on,clave,lot,prescribed_quantity,dispensed_quantity",
            "consumptions",
            "document_no,line_no,clues,consumed_on,clave,lot,quantity",
            "stock",
            "clues,counted_on,clave,lot,expires_on,quantity");

    private final Path folder;
    private final Map<String, String> expiries = new TreeMap<>();
    private int documents;

    public SentNights(Path folder, String settings, String... sites) {
        this.folder = folder;
        StringBuilder text = new StringBuilder("clues,name,kind,state,active_to\n");
        for (String site : sites) {
            text.append("%s,Unidad,HEALTH_CENTRE,20,2024-12-31\n".formatted(clues(site)));
        }
        write("reference/sites.csv", text.toString());
        write(
                "reference/catalogue.csv",
                "clave,description,group,unit_price\n" + KEY + ",Paracetamol,MEDICINE,10\n"
                        + "010.000.0106.00,Ibuprofeno,MEDICINE,10\n");
        write("reference/assortment.csv", "scope,clave\nHOSPITAL," + KEY + "\n");
        write("abasto.yml", """
                abasto:
                  lake: lake
                  work: work
                  reference: reference
                %s
                  sources:
                    - name: units
                      uri: extracts/{date}
                """.formatted(settings.indent(2).stripTrailing()));
    }

    /** The CLUES of a site that is said by a letter. */
    public static String clues(String site) {
        return "OCIMB%06d".formatted((int) site.charAt(0));
    }

    /** The date of a day, 1 being the first. */
    public static LocalDate day(int day) {
        return FIRST.plusDays(day - 1L);
    }

    public Path lake() {
        return folder.resolve("lake");
    }

    public Path configuration() {
        return folder.resolve("abasto.yml");
    }

    /** Lines and counts of the lot that are said from now on name this expiry; none by default. */
    public void expires(String lot, String on) {
        expiries.put(lot, on);
    }

    /** Some pieces of a lot are counted at a site; what else it does not count that day, it has none of. */
    public void counted(int day, String site, String lot, long quantity) {
        add("stock", day, "%s,%s,%s,%s,%s,%d".formatted(clues(site), day(day), KEY, lot, expiry(lot), quantity));
    }

    /** A supplier's receipt. */
    public void received(int day, String site, String number, String lot, long quantity) {
        receipt(day, site, number, "SUPPLIER,,", lot, quantity + ",false");
    }

    /** A supplier's receipt under a number that nothing else is said of. */
    public void received(int day, String site, String lot, long quantity) {
        received(day, site, "R" + ++documents, lot, quantity);
    }

    /** A supplier's receipt is cancelled. */
    public void receiptCancelled(int day, String site, String number, String lot, long quantity) {
        receipt(day, site, number, "SUPPLIER,,", lot, quantity + ",true");
    }

    /** A receipt of what another site sent; again under the same number, it corrects it. */
    public void took(int day, String site, String number, String origin, String shipment, String lot, long quantity) {
        receipt(day, site, number, "TRANSFER," + clues(origin) + "," + shipment, lot, quantity + ",false");
    }

    /** A receipt of what another site sent is cancelled. */
    public void takingCancelled(
            int day, String site, String number, String origin, String shipment, String lot, long quantity) {
        receipt(day, site, number, "TRANSFER," + clues(origin) + "," + shipment, lot, quantity + ",true");
    }

    private void receipt(int day, String site, String number, String from, String lot, String rest) {
        add(
                "receipts",
                day,
                "%s,1,%s,%s,%s,%s,%s,%s,%s"
                        .formatted(number, clues(site), day(day), from, KEY, lot, expiry(lot), rest));
    }

    public void sent(int day, String site, String destination, String shipment, String lot, long quantity) {
        add(
                "distributions",
                day,
                "%s,%d,%s,%s,%s,%s,%s,%d"
                        .formatted(
                                shipment, ++documents, clues(site), clues(destination), day(day), KEY, lot, quantity));
    }

    public void dispensed(int day, String site, String prescription, String lot, long prescribed, long quantity) {
        add(
                "dispensations",
                day,
                "%s,%d,%s,%s,%s,%s,%d,%d"
                        .formatted(prescription, ++documents, clues(site), day(day), KEY, lot, prescribed, quantity));
    }

    public void consumed(int day, String site, String lot, long quantity) {
        add(
                "consumptions",
                day,
                "C%d,1,%s,%s,%s,%s,%d".formatted(++documents, clues(site), day(day), KEY, lot, quantity));
    }

    /** A line as it is, into the file of a day. */
    public void add(String extract, int day, String line) {
        Path file = folder.resolve("extracts/%s/%s_ALL_%s.csv"
                .formatted(day(day), extract, day(day).toString().replace("-", "")));
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.writeString(file, HEADERS.get(extract) + "\n");
            }
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String expiry(String lot) {
        return expiries.getOrDefault(lot, "");
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Processes the nights from day 1 to a last. */
    public void process(int last) {
        RunCommand.with(
                        configuration(),
                        "catch-up",
                        "--from",
                        day(1).toString(),
                        "--until",
                        day(last).toString())
                .requireDone();
    }
}
