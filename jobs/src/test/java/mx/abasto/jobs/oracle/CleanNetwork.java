package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A handful of sites whose records agree with their stock to the last piece: no rule may fire. For trying the oracle
 * and {@link RandomDelivery} on; the product's own generator makes the real networks.
 */
final class CleanNetwork {

    private static final LocalDate FIRST = LocalDate.parse("2025-01-06");
    private static final List<String> KEYS = List.of(
            "010.000.0022.00",
            "010.000.0104.00",
            "040.000.0226.00",
            "020.000.0145.00",
            "060.550.0016",
            "010.000.5165.00");

    private record Site(String clues, String kind) {}

    private record Trip(
            LocalDate arrival, String no, long line, String from, String to, String clave, String lot, long pieces) {}

    private final Random random;
    private final Path reference;
    private final Path extracts;
    private final List<Site> sites = new ArrayList<>();
    private final Map<Cell, Long> stock = new TreeMap<>();
    private final List<Trip> road = new ArrayList<>();
    private final Map<String, List<String>> files = new LinkedHashMap<>();
    private int documents;

    private CleanNetwork(long seed, Path folder) {
        this.random = new Random(seed);
        this.reference = folder.resolve("reference");
        this.extracts = folder.resolve("extracts");
    }

    /** Writes {@code reference/} and {@code extracts/} below the folder; nights from 2025-01-06. */
    static void write(long seed, int nights, Path folder) {
        CleanNetwork network = new CleanNetwork(seed, folder);
        network.writeReference();
        for (int night = 0; night < nights; night++) {
            network.writeNight(FIRST.plusDays(night), night == 0);
        }
    }

    private void writeReference() {
        sites.add(new Site("OCSSA000011", "CENTRAL_WAREHOUSE"));
        sites.add(new Site("OCSSA000022", "STATE_WAREHOUSE"));
        sites.add(new Site("OCSSA000033", "HOSPITAL"));
        sites.add(new Site("OCSSA000044", "HOSPITAL"));
        sites.add(new Site("OCSSA000055", "HEALTH_CENTRE"));
        sites.add(new Site("OCSSA000066", "HEALTH_CENTRE"));
        List<String> lines = new ArrayList<>(List.of("clues,name,kind,state,region,active_from,active_to"));
        sites.forEach(s -> lines.add(s.clues() + ",Site " + s.clues() + "," + s.kind() + ",20,,,"));
        write(reference.resolve("sites.csv"), lines);
        List<String> catalogue =
                new ArrayList<>(List.of("clave,description,group,unit,unit_price,programme,tolerance"));
        for (String key : KEYS) {
            String group = key.startsWith("040") ? "CONTROLLED" : key.startsWith("020") ? "VACCINE" : "MEDICINE";
            String price = key.startsWith("060") ? "" : "%d.%04d".formatted(random.nextInt(90), random.nextInt(10000));
            catalogue.add(key + ",Supply," + group + ",box," + price + ",," + (random.nextInt(3) == 0 ? "2" : ""));
        }
        write(reference.resolve("catalogue.csv"), catalogue);
        write(reference.resolve("assortment.csv"), List.of("scope,clave,min_days,max_days"));
        write(
                reference.resolve("routes.csv"),
                List.of("origin_clues,destination_clues,transit_days", "OCSSA000011,OCSSA000022,5"));
    }

    private void writeNight(LocalDate night, boolean isFirst) {
        files.clear();
        for (Site site : sites) {
            header("receipts", site, Given.RECEIPTS.replace(",cancelled", ""));
            header("adjustments", site, Given.ADJUSTMENTS.replace(",cancelled", ""));
            header("stock", site, Given.STOCK);
            if (site.kind().endsWith("WAREHOUSE")) {
                header("distributions", site, Given.DISTRIBUTIONS.replace(",cancelled", ""));
            } else {
                header("dispensations", site, Given.DISPENSATIONS.replace(",cancelled", ""));
            }
            if (site.kind().equals("HOSPITAL")) {
                header("consumptions", site, "document_no,line_no,clues,consumed_on,service,clave,lot,quantity");
            }
        }
        files.put("orders_PURCHASE", new ArrayList<>(List.of(Given.ORDERS.replace(",cancelled", ""))));
        if (isFirst) {
            for (Site site : sites) {
                KEYS.forEach(
                        k -> stock.put(new Cell(site.clues(), k, "L" + random.nextInt(3)), 50L + random.nextInt(200)));
            }
        } else {
            arrive(night);
            buy(night);
            sites.forEach(site -> work(site, night));
        }
        stock.forEach((cell, pieces) -> {
            if (pieces > 0) {
                row("stock", cell.clues(), night, cell.clave(), cell.lot(), expiry(cell.lot()), pieces);
            }
        });
        files.forEach((name, lines) -> write(
                extracts.resolve(night.toString())
                        .resolve(name + "_" + night.toString().replace("-", "") + ".csv"),
                lines));
    }

    private void header(String extract, Site site, String header) {
        files.put(extract + "_" + site.clues(), new ArrayList<>(List.of(header)));
    }

    private void arrive(LocalDate night) {
        for (Trip trip : List.copyOf(road)) {
            if (!trip.arrival().isAfter(night)) {
                road.remove(trip);
                rowOf(
                        "receipts",
                        trip.to(),
                        "R" + trip.no() + "," + trip.line() + "," + trip.to() + "," + night + ",TRANSFER," + trip.from()
                                + "," + trip.no() + ",," + trip.clave() + "," + trip.lot() + "," + expiry(trip.lot())
                                + "," + trip.pieces());
                stock.merge(new Cell(trip.to(), trip.clave(), trip.lot()), trip.pieces(), Long::sum);
            }
        }
    }

    private void buy(LocalDate night) {
        String to = sites.get(random.nextInt(2)).clues();
        String clave = any(KEYS);
        String lot = "L" + random.nextInt(4);
        long pieces = 10L + random.nextInt(90);
        String no = "O" + ++documents;
        LocalDate due = night.plusDays(random.nextInt(4));
        files.getOrDefault("orders_PURCHASE", new ArrayList<>())
                .add(no + ",1,Supplier," + to + "," + night + "," + due + "," + clave + "," + pieces);
        rowOf(
                "receipts",
                to,
                "S" + no + ",1," + to + "," + night + ",SUPPLIER,,," + no + "," + clave + "," + lot + "," + expiry(lot)
                        + "," + pieces);
        stock.merge(new Cell(to, clave, lot), pieces, Long::sum);
    }

    private void work(Site site, LocalDate night) {
        List<Cell> cells = stock.keySet().stream()
                .filter(c -> c.clues().equals(site.clues()) && stock.getOrDefault(c, 0L) > 8)
                .toList();
        for (int i = 0; i < 3 && !cells.isEmpty(); i++) {
            Cell cell = any(cells);
            long pieces = 1L + random.nextInt(2);
            String no = String.valueOf(++documents);
            String tail = "," + cell.clave() + "," + cell.lot() + ",";
            if (random.nextInt(6) == 0) {
                String reason = random.nextBoolean() ? "LOST" : "RECOUNT";
                rowOf(
                        "adjustments",
                        site.clues(),
                        "A" + no + ",1," + site.clues() + "," + night + "," + reason + tail + expiry(cell.lot()) + ",-"
                                + pieces);
            } else if (site.kind().endsWith("WAREHOUSE")) {
                int destination = site.kind().startsWith("CENTRAL") ? 1 : 2 + random.nextInt(4);
                String to = sites.get(destination).clues();
                rowOf(
                        "distributions",
                        site.clues(),
                        "T" + no + ",1," + site.clues() + "," + to + "," + night + tail + expiry(cell.lot()) + ","
                                + pieces);
                road.add(new Trip(
                        night.plusDays(1 + random.nextInt(5)),
                        "T" + no,
                        1,
                        site.clues(),
                        to,
                        cell.clave(),
                        cell.lot(),
                        pieces));
            } else if (site.kind().equals("HOSPITAL") && random.nextBoolean()) {
                rowOf(
                        "consumptions",
                        site.clues(),
                        "W" + no + ",1," + site.clues() + "," + night + ",ward" + tail + pieces);
            } else {
                long prescribed = pieces + random.nextInt(2);
                rowOf(
                        "dispensations",
                        site.clues(),
                        "P" + no + ",1," + site.clues() + "," + night + tail + prescribed + "," + pieces);
            }
            stock.merge(cell, -pieces, Long::sum);
        }
    }

    private void row(
            String extract, String clues, LocalDate night, String clave, String lot, String expiry, long pieces) {
        rowOf(extract, clues, clues + "," + night + "," + clave + "," + lot + "," + expiry + "," + pieces);
    }

    private void rowOf(String extract, String clues, String line) {
        files.getOrDefault(extract + "_" + clues, new ArrayList<>()).add(line);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String expiry(String lot) {
        return "202" + (6 + lot.charAt(1) - '0') + "-06-30";
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
