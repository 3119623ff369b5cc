package mx.abasto.jobs.bounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small network of a seed: each number and date of its reference data, settings and control files lies at a bound of
 * its column; those of its extracts lie at a bound, near it, or beyond. Most rows can be accepted.
 */
final class BoundNetwork {
    static final LocalDate FIRST = LocalDate.of(2025, 1, 6);

    private static final String WAREHOUSE = "OCIMB000012";
    private static final List<String> SITES = List.of(WAREHOUSE, "OCIMB000024", "OCIMB000036", "OCIMB000041");
    private static final List<String> KINDS =
            List.of("CENTRAL_WAREHOUSE", "STATE_WAREHOUSE", "HOSPITAL", "HEALTH_CENTRE");
    private static final List<String> CLAVES =
            List.of("010.000.0101.00", "010.000.0102.00", "040.000.0103.00", "060.004.0104");
    private static final List<String> LOTS = List.of("L1", "L2", "");
    private static final String MOST = "999999999999";

    private static final List<String> BEYOND = List.of(
            "1000000000000",
            "-1000000000000",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "-9223372036854775809",
            "123456789012345678901234567890123456789012");
    private static final List<String> LINES = List.of(
            "0",
            "1",
            "-1",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "9223372036854775806");
    private static final List<String> FAR_DATES =
            List.of("0001-01-01", "0000-01-01", "1582-10-10", "1970-01-01", "9999-12-31", "10000-01-01");

    private final Random random;
    private final Path folder;

    /** Whether one site uses up more in a night than a need of a hundred years can be reckoned from. */
    private final boolean isConcentrated;

    private int documents;

    private BoundNetwork(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
        this.isConcentrated = seed % 4 == 3;
    }

    /** Writes the network and returns its configuration. */
    static Path write(long seed, int nights, Path folder) throws IOException {
        BoundNetwork network = new BoundNetwork(seed, folder);
        network.reference();
        for (int night = 0; night < nights; night++) {
            network.night(FIRST.plusDays(night));
        }
        return network.configuration();
    }

    /** Every lot of every clave, as pairs. */
    static List<List<String>> lots() {
        return CLAVES.stream()
                .flatMap(clave -> LOTS.stream().map(lot -> List.of(clave, lot.isEmpty() ? "NO-LOT" : lot)))
                .toList();
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private String oneOf(String... texts) {
        return oneOf(List.of(texts));
    }

    /** A quantity that may be 0: mostly the largest, which makes the largest sums. */
    private String quantity() {
        return switch (random.nextInt(10)) {
            case 0 -> oneOf(BEYOND);
            case 1 -> "-" + MOST;
            case 2 -> oneOf("0", "1", "-1", "00000000000000000000000007");
            case 3 -> Long.toString(random.nextLong(1, 1_000));
            default -> MOST;
        };
    }

    private String line() {
        return random.nextInt(4) == 0 ? oneOf(LINES) : Integer.toString(++documents);
    }

    /** The day of an event: mostly the night itself. */
    private String day(LocalDate night) {
        return switch (random.nextInt(12)) {
            case 0 -> oneOf(FAR_DATES);
            case 1 -> night.plusDays(1).toString();
            case 2 -> night.minusDays(random.nextInt(40)).toString();
            default -> night.toString();
        };
    }

    /** An expiry or another day that may be far away. */
    private String anyDay(LocalDate night) {
        return switch (random.nextInt(6)) {
            case 0 -> oneOf(FAR_DATES);
            case 1, 2 -> "";
            default -> night.plusDays(random.nextInt(-50, 400)).toString();
        };
    }

    private String document(String letter) {
        return letter + random.nextInt(6);
    }

    private void reference() throws IOException {
        write(
                "reference/sites.csv",
                "clues,name,kind,state,region,active_from,active_to",
                rows(SITES.size(), site -> "%s,Unidad %d,%s,20,R,%s,%s"
                        .formatted(
                                SITES.get(site),
                                site,
                                KINDS.get(site),
                                oneOf("", "0001-01-01"),
                                oneOf("", "9999-12-31"))));
        write(
                "reference/catalogue.csv",
                "clave,description,group,unit,unit_price,programme,tolerance",
                rows(CLAVES.size() - 1, clave -> "%s,Clave %d,%s,Pieza,%s,,%s"
                        .formatted(
                                CLAVES.get(clave),
                                clave,
                                oneOf("MEDICINE", "CONTROLLED"),
                                oneOf("9999999999.9999", "0.0001", "0", ""),
                                oneOf(MOST, "0", "1", ""))));
        TreeSet<String> assortment = new TreeSet<>();
        for (String scope : List.of("HOSPITAL", "HEALTH_CENTRE", SITES.get(2), SITES.get(3), WAREHOUSE)) {
            for (String clave : CLAVES) {
                assortment.add(
                        scope + "," + clave + "," + oneOf("0,0", "0,36500", "36500,36500", ",", "30,90", ",36500"));
            }
        }
        write("reference/assortment.csv", "scope,clave,min_days,max_days", List.copyOf(assortment));
        write(
                "reference/routes.csv",
                "origin_clues,destination_clues,transit_days",
                rows(SITES.size() - 1, site -> WAREHOUSE + "," + SITES.get(site + 1) + "," + oneOf("0", "36500", "1")));
        write("reference/recalls.csv", "clave,lot,alert,effective_on", rows(2, recall -> "%s,L%d,A%d,%s"
                .formatted(CLAVES.get(recall), recall + 1, recall, oneOf("0001-01-01", "9999-12-31"))));
    }

    private void night(LocalDate night) throws IOException {
        extract(
                night,
                "receipts",
                "receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,order_no,clave,lot,expires_on,quantity,cancelled",
                () -> String.join(",", document("R"), line(), oneOf(SITES), day(night))
                        + oneOf(",SUPPLIER,,," + document("O"), ",TRANSFER," + WAREHOUSE + "," + document("S") + ",")
                        + "," + goods() + "," + anyDay(night) + "," + quantity() + "," + oneOf("", "", "true"));
        extract(
                night,
                "distributions",
                "shipment_no,line_no,clues,destination_clues,shipped_on,clave,lot,expires_on,quantity,requested_quantity",
                () -> String.join(
                        ",",
                        document("S"),
                        line(),
                        WAREHOUSE,
                        oneOf(SITES),
                        day(night),
                        goods(),
                        anyDay(night),
                        quantity(),
                        oneOf("", quantity())));
        extract(
                night,
                "dispensations",
                "prescription_no,line_no,clues,prescribed_on,dispensed_on,clave,lot,prescribed_quantity,dispensed_quantity",
                () -> String.join(
                        ",",
                        document("P"),
                        line(),
                        oneOf(SITES),
                        anyDay(night),
                        day(night),
                        goods(),
                        quantity(),
                        quantity()));
        extract(
                night,
                "consumptions",
                "document_no,line_no,clues,consumed_on,clave,lot,quantity",
                () -> String.join(",", document("C"), line(), oneOf(SITES), day(night), goods(), quantity()));
        if (isConcentrated) {
            String file = "extracts/%s/consumptions_heavy_%s.csv".formatted(night, compact(night));
            write(
                    file,
                    "document_no,line_no,clues,consumed_on,clave,lot,quantity",
                    rows(
                            300,
                            line -> String.join(
                                    ",",
                                    "H" + night,
                                    line + "",
                                    SITES.get(2),
                                    night.toString(),
                                    CLAVES.get(0),
                                    "L1",
                                    MOST)));
            write(
                    file.replace("consumptions", "receipts"),
                    "receipt_no,line_no,clues,received_on,source,clave,lot,quantity",
                    rows(
                            900,
                            line -> String.join(
                                    ",",
                                    "H" + night,
                                    line + "",
                                    SITES.get(2 + line % 2),
                                    night.toString(),
                                    "SUPPLIER",
                                    CLAVES.get(0),
                                    "L1",
                                    MOST)));
        }
        extract(
                night,
                "adjustments",
                "document_no,line_no,clues,adjusted_on,reason,clave,lot,expires_on,quantity",
                () -> String.join(
                        ",",
                        document("A"),
                        line(),
                        oneOf(SITES),
                        day(night),
                        oneOf("RECOUNT", "FOUND", "LOST"),
                        goods(),
                        anyDay(night),
                        quantity()));
        extract(
                night,
                "stock",
                "clues,counted_on,clave,lot,expires_on,quantity",
                () -> String.join(",", oneOf(SITES), night.toString(), goods(), anyDay(night), quantity()));
        extract(
                night,
                "orders",
                "order_no,line_no,supplier,destination_clues,ordered_on,due_on,clave,quantity",
                () -> String.join(
                        ",",
                        document("O"),
                        line(),
                        "S",
                        oneOf(SITES),
                        day(night),
                        oneOf(day(night), "9999-12-31"),
                        oneOf(CLAVES),
                        quantity()));
        List<String> figures = List.of(
                "0",
                MOST,
                "1000000000000000000",
                "-1000000000000000000",
                "1000000000000000001",
                "99999999999999999999999",
                "");
        write(
                "extracts/%s/control_network_%s.csv".formatted(night, compact(night)),
                "file,clues,rows,quantity",
                rows(4, row -> "%s_network_%s.csv,%s,%s,%s"
                        .formatted(
                                oneOf("receipts", "stock", "dispensations", "orders"),
                                compact(night),
                                oneOf("", oneOf(SITES)),
                                oneOf(figures).replace("-", ""),
                                oneOf(figures))));
    }

    private String goods() {
        return oneOf(CLAVES) + "," + oneOf(LOTS);
    }

    private static String compact(LocalDate night) {
        return night.toString().replace("-", "");
    }

    private void extract(LocalDate night, String extract, String header, Supplier<String> row) throws IOException {
        write(
                "extracts/%s/%s_network_%s.csv".formatted(night, extract, compact(night)),
                header,
                rows(random.nextInt(40), number -> row.get()));
    }

    private static List<String> rows(int count, java.util.function.IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.toCollection(ArrayList::new));
    }

    private void write(String file, String header, List<String> rows) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(
                path, header + "\n" + rows.stream().map(row -> row + "\n").collect(Collectors.joining()));
    }

    private Path configuration() throws IOException {
        return Files.writeString(folder.resolve("abasto.yml"), """
                abasto:
                  lake: lake
                  work: work
                  reference: reference
                  memory: 500MB
                  transit-days: %s
                  grace-days: %s
                  lookback-days: %s
                  correction-window-nights: %s
                  retire-days: %s
                  pull: { settle: 0s }
                  sources:
                    - name: network
                      uri: "extracts/{date}"
                """.formatted(
                        oneOf("0", "36500", "7"),
                        oneOf("0", "36500", "1"),
                        oneOf("0", "7", "400"),
                        oneOf("35", "36500"),
                        oneOf("1", "36500")));
    }
}
