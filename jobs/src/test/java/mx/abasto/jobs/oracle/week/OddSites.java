package mx.abasto.jobs.oracle.week;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.Table;

/**
 * Makes of a clean network one with the sites that weekly figures trip over: silent for a week, late, out of
 * everything, without demand, joining or closing in mid-week, unknown, of another state, without a region; and with claves that the
 * catalogue does not know, sites with an assortment of their own, and bands that are narrow, wide or missing.
 */
final class OddSites {

    private final Path reference;
    private final Path extracts;
    private final LocalDate opening;
    private final LocalDate monday;
    private final Random random;

    OddSites(Path network, LocalDate opening, LocalDate monday, Random random) {
        this.reference = network.resolve("reference");
        this.extracts = network.resolve("extracts");
        this.opening = opening;
        this.monday = monday;
        this.random = random;
    }

    void edit() throws IOException {
        List<Map<String, String>> sites = rows("sites.csv");
        List<Map<String, String>> catalogue = rows("catalogue.csv");
        oddAssortment(sites, catalogue);
        oddCatalogue(catalogue);
        List<Map<String, String>> units = new ArrayList<>(sites.subList(1, sites.size()));
        Collections.shuffle(units, random);
        List<Consumer<Map<String, String>>> oddities = new ArrayList<>(List.of(
                this::joins,
                this::closes,
                site -> sites.remove(site),
                site -> site.put("state", "09"),
                site -> site.put("region", "")));
        Collections.shuffle(oddities, random);
        oddities.addAll(0, List.of(this::fallsSilent, this::isOutOfEverything, this::hasNoDemand, this::deliversLate));
        for (int i = 0; i < oddities.size() && i < units.size(); i++) {
            oddities.get(i).accept(units.get(i));
        }
        isADayLate(units.get(units.size() - 1));
        write("sites.csv", sites);
        if (random.nextInt(3) == 0) {
            String clues = cell(any(units), "clues");
            Files.write(
                    reference.resolve("expected.csv"),
                    List.of("clues,extract", clues + ",stock", clues + ",receipts", "OCIMB099991,stock"));
        }
    }

    private void oddAssortment(List<Map<String, String>> sites, List<Map<String, String>> catalogue)
            throws IOException {
        List<Map<String, String>> assortment = rows("assortment.csv");
        assortment.removeIf(row -> random.nextInt(8) == 0);
        assortment.forEach(this::oddBand);
        List<String> taken = new ArrayList<>();
        assortment.forEach(row -> taken.add(row.get("scope") + row.get("clave")));
        for (int i = 0; i < 6; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("scope", cell(any(sites), "clues"));
            row.put("clave", i == 0 ? "010.999.0009.00" : cell(any(catalogue), "clave"));
            oddBand(row);
            if (!taken.contains(row.get("scope") + row.get("clave"))) {
                taken.add(row.get("scope") + row.get("clave"));
                assortment.add(row);
            }
        }
        write("assortment.csv", assortment);
    }

    private void oddBand(Map<String, String> row) {
        int minDays = random.nextInt(90);
        row.put("min_days", random.nextInt(12) == 0 ? "" : String.valueOf(minDays));
        row.put("max_days", random.nextInt(12) == 0 ? "" : String.valueOf(minDays + random.nextInt(60)));
    }

    private void oddCatalogue(List<Map<String, String>> catalogue) throws IOException {
        catalogue.remove(random.nextInt(catalogue.size()));
        any(catalogue).put("unit_price", "");
        any(catalogue).put("unit_price", "0.0005");
        any(catalogue).put("programme", "ONCOLOGY");
        write("catalogue.csv", catalogue);
    }

    private void fallsSilent(Map<String, String> site) {
        LocalDate from = monday.plusWeeks(random.nextInt(2));
        remove(site, night -> !night.isBefore(from) && night.isBefore(from.plusWeeks(1)));
    }

    /** Nothing in stock, nothing comes in, nothing that is prescribed is dispensed. */
    private void isOutOfEverything(Map<String, String> site) {
        for (String extract : List.of("stock", "receipts", "adjustments", "consumptions", "distributions")) {
            change(site, extract, List::clear);
        }
        change(site, "dispensations", rows -> rows.forEach(row -> row.put("dispensed_quantity", "0")));
    }

    private void hasNoDemand(Map<String, String> site) {
        for (String extract : List.of("dispensations", "consumptions", "distributions")) {
            change(site, extract, List::clear);
        }
    }

    /** What it did in the last days of a week comes in the first two of the next. */
    private void deliversLate(Map<String, String> site) {
        LocalDate next = monday.plusWeeks(1);
        LocalDate from = next.minusDays(1 + random.nextInt(5));
        for (LocalDate night = from; night.isBefore(next); night = night.plusDays(1)) {
            move(site, night, next.plusDays(random.nextInt(2)));
        }
    }

    private void isADayLate(Map<String, String> site) {
        move(site, monday.plusDays(1), monday.plusDays(2));
    }

    private void move(Map<String, String> site, LocalDate night, LocalDate later) {
        Path folder = extracts.resolve(later.toString());
        filesOf(site, extracts.resolve(night.toString()))
                .forEach(file -> withoutFail(() -> Files.move(file, folder.resolve(file.getFileName()))));
    }

    private void joins(Map<String, String> site) {
        LocalDate from = monday.plusDays(1 + random.nextInt(12));
        site.put("active_from", from.toString());
        remove(site, night -> night.isBefore(from));
    }

    /** Some go on sending after they are closed. */
    private void closes(Map<String, String> site) {
        LocalDate to = opening.plusDays(2 + random.nextInt(9));
        site.put("active_to", to.toString());
        if (random.nextBoolean()) {
            remove(site, night -> night.isAfter(to));
        }
    }

    private void remove(Map<String, String> site, Predicate<LocalDate> night) {
        for (Path folder : list(extracts)) {
            LocalDate date = LocalDate.parse(String.valueOf(folder.getFileName()));
            if (night.test(date)) {
                filesOf(site, folder).forEach(file -> withoutFail(() -> Files.delete(file)));
            }
        }
    }

    private static List<Path> filesOf(Map<String, String> site, Path night) {
        return list(night).stream()
                .filter(file -> file.toString().contains("_" + cell(site, "clues") + "_"))
                .toList();
    }

    private void change(Map<String, String> site, String extract, Consumer<List<Map<String, String>>> change) {
        for (Path folder : list(extracts)) {
            LocalDate date = LocalDate.parse(String.valueOf(folder.getFileName()));
            Path file = folder.resolve("%s_%s_%s.csv"
                    .formatted(extract, cell(site, "clues"), date.format(DateTimeFormatter.BASIC_ISO_DATE)));
            if (Files.exists(file)) {
                withoutFail(() -> {
                    Table table = Table.read(file);
                    List<Map<String, String>> rows = new ArrayList<>(table.rows());
                    change.accept(rows);
                    write(file, table.header(), rows);
                });
            }
        }
    }

    private List<Map<String, String>> rows(String file) throws IOException {
        return new ArrayList<>(Table.read(reference.resolve(file)).rows());
    }

    private void write(String file, List<Map<String, String>> rows) throws IOException {
        Path path = reference.resolve(file);
        write(path, Table.read(path).header(), rows);
    }

    private static void write(Path file, List<String> header, List<Map<String, String>> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join(",", header)));
        rows.forEach(row -> lines.add(String.join(
                ",", header.stream().map(column -> quoted(cell(row, column))).toList())));
        Files.write(file, lines);
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private interface FileWork {
        void run() throws IOException;
    }

    private static void withoutFail(FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
