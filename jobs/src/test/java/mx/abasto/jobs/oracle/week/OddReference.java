package mx.abasto.jobs.oracle.week;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Reference data that weekly figures trip over: claves that the catalogue does not know, sites with an assortment of
 * their own, bands that are narrow, wide or missing, units under their former codes, long roads, and recalls.
 */
final class OddReference {

    private final Path folder;
    private final Random random;
    private final Map<String, String> formerCodes = new HashMap<>();

    OddReference(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
    }

    /** @param held rows of counts: what can be recalled */
    void edit(List<Map<String, String>> sites, List<Map<String, String>> held) throws IOException {
        rows("aliases.csv").forEach(row -> formerCodes.put(cell(row, "clues"), cell(row, "alias")));
        List<Map<String, String>> catalogue = rows("catalogue.csv");
        oddAssortment(sites, catalogue);
        oddCatalogue(catalogue);
        longRoads(sites);
        recalls(held);
        if (random.nextInt(3) == 0) {
            String clues = eitherCode(cell(any(sites), "clues"));
            Files.write(
                    folder.resolve("expected.csv"),
                    List.of("clues,extract", clues + ",stock", clues + ",receipts", "OCIMB099991,stock"));
        }
    }

    /** A unit that has a former code goes by it about every other time. */
    private String eitherCode(String clues) {
        return random.nextBoolean() ? formerCodes.getOrDefault(clues, clues) : clues;
    }

    private void oddAssortment(List<Map<String, String>> sites, List<Map<String, String>> catalogue)
            throws IOException {
        List<Map<String, String>> assortment = rows("assortment.csv");
        assortment.removeIf(row -> random.nextInt(8) == 0);
        assortment.forEach(this::oddBand);
        List<String> some = formerCodes.keySet().stream().sorted().toList();
        Set<String> taken = new HashSet<>();
        assortment.forEach(row -> taken.add(row.get("scope") + row.get("clave")));
        for (int i = 0; i < 9; i++) {
            String scope = i < 6 || some.isEmpty() ? cell(any(sites), "clues") : any(some);
            Map<String, String> row = new LinkedHashMap<>();
            row.put("scope", eitherCode(scope));
            row.put("clave", i == 0 ? "010.999.0009.00" : cell(any(catalogue), "clave"));
            oddBand(row);
            if (taken.add(scope + row.get("clave"))) {
                assortment.add(row);
            }
        }
        write("assortment.csv", assortment);
    }

    private void oddBand(Map<String, String> row) {
        int minDays = random.nextInt(random.nextBoolean() ? 15 : 90);
        row.put("min_days", random.nextInt(5) == 0 ? "" : String.valueOf(minDays));
        row.put("max_days", random.nextInt(12) == 0 ? "" : String.valueOf(minDays + random.nextInt(60)));
    }

    private void oddCatalogue(List<Map<String, String>> catalogue) throws IOException {
        catalogue.remove(random.nextInt(catalogue.size()));
        any(catalogue).put("unit_price", "");
        any(catalogue).put("unit_price", "0.0005");
        any(catalogue).put("programme", "ONCOLOGY");
        write("catalogue.csv", catalogue);
    }

    /** Between units that send each other nothing now, so that only suggestions look at them. */
    private void longRoads(List<Map<String, String>> sites) throws IOException {
        List<Map<String, String>> routes = rows("routes.csv");
        Set<String> taken = new HashSet<>();
        routes.forEach(row -> taken.add(cell(row, "origin_clues") + ">" + cell(row, "destination_clues")));
        for (int i = 0; i < 2 * sites.size(); i++) {
            String origin = cell(any(sites), "clues");
            String destination = cell(any(sites), "clues");
            if (!origin.equals(destination) && taken.add(origin + ">" + destination)) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("origin_clues", origin);
                row.put("destination_clues", destination);
                row.put("transit_days", String.valueOf(random.nextInt(900)));
                routes.add(row);
            }
        }
        for (Map<String, String> row : routes) {
            row.put("origin_clues", eitherCode(cell(row, "origin_clues")));
            row.put("destination_clues", eitherCode(cell(row, "destination_clues")));
        }
        write("routes.csv", routes);
    }

    private void recalls(List<Map<String, String>> held) throws IOException {
        List<Map<String, String>> recalls = rows("recalls.csv");
        Set<String> taken = new HashSet<>();
        recalls.forEach(row -> taken.add(row.get("clave") + row.get("lot")));
        for (int i = 0; i < 6; i++) {
            Map<String, String> lot = any(held);
            if (!cell(lot, "lot").isBlank() && taken.add(lot.get("clave") + lot.get("lot"))) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("clave", cell(lot, "clave"));
                row.put("lot", cell(lot, "lot"));
                row.put("alert", "ALERTA-S" + i);
                row.put(
                        "effective_on",
                        LocalDate.parse(cell(lot, "counted_on"))
                                .plusDays(random.nextInt(20))
                                .toString());
                recalls.add(row);
            }
        }
        write("recalls.csv", recalls);
    }

    private List<Map<String, String>> rows(String file) throws IOException {
        return CsvFiles.rows(folder.resolve(file));
    }

    private void write(String file, List<Map<String, String>> rows) throws IOException {
        CsvFiles.write(folder.resolve(file), rows);
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
