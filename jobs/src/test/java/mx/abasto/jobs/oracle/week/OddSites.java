package mx.abasto.jobs.oracle.week;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.Table;

/**
 * Makes of a clean network one with the sites that weekly figures trip over: silent for a week, late, late with
 * nothing but a header, with a bad row in Sunday's stock, out of everything, without demand, joining or closing in
 * mid-week, unknown, of another state, without a region; and with what {@link OddReference} adds.
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
        List<Map<String, String>> sites = CsvFiles.rows(reference.resolve("sites.csv"));
        new OddReference(reference, random).edit(sites, heldLots());
        List<Map<String, String>> units = new ArrayList<>(sites.subList(1, sites.size()));
        Collections.shuffle(units, random);
        List<Consumer<Map<String, String>>> oddities = new ArrayList<>(List.of(
                this::isOutOfEverything,
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
        isADayLateWithNothing(any(units));
        hasABadSunday(any(units));
        CsvFiles.write(reference.resolve("sites.csv"), sites);
    }

    /** Claves and lots as they are counted somewhere on the opening night. */
    private List<Map<String, String>> heldLots() throws IOException {
        List<Map<String, String>> held = new ArrayList<>();
        for (Path file : list(extracts.resolve(opening.toString()))) {
            if (String.valueOf(file.getFileName()).startsWith("stock_")) {
                held.addAll(Table.read(file).rows());
            }
        }
        return held;
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

    private void isADayLateWithNothing(Map<String, String> site) {
        LocalDate night = monday.plusDays(random.nextInt(6));
        change(site, "receipts", night, List::clear);
        move(site, night, night.plusDays(1));
    }

    private void hasABadSunday(Map<String, String> site) {
        LocalDate sunday = monday.plusDays(random.nextBoolean() ? 6 : 13);
        change(site, "stock", sunday, rows -> rows.stream().findAny().ifPresent(row -> row.put("quantity", "many")));
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
            change(site, extract, LocalDate.parse(String.valueOf(folder.getFileName())), change);
        }
    }

    private void change(
            Map<String, String> site, String extract, LocalDate night, Consumer<List<Map<String, String>>> change) {
        Path file = extracts.resolve(night.toString())
                .resolve("%s_%s_%s.csv"
                        .formatted(extract, cell(site, "clues"), night.format(DateTimeFormatter.BASIC_ISO_DATE)));
        if (Files.exists(file)) {
            withoutFail(() -> {
                List<Map<String, String>> rows = CsvFiles.rows(file);
                change.accept(rows);
                CsvFiles.write(file, rows);
            });
        }
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
