package mx.abasto.jobs.oracle.week;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.jobs.oracle.Row;

/**
 * Whole weeks of published nights that a test writes down by hand, with their reference data: two units and a warehouse
 * of one state, a warehouse of another, one clave that costs 2.50. Nights are numbered from the first Monday, 1 on.
 */
final class TinyLake {

    static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    static final String CLAVE = "010.000.0022.00";
    static final String UNIT = "OCIMB000012";
    static final String OTHER_UNIT = "OCIMB000024";
    static final String WAREHOUSE = "OCIMB000036";
    static final String CENTRAL = "DFIMB000015";

    private final Path folder;
    private final List<TinyNight> nights = new ArrayList<>();

    TinyLake(Path folder, int weeks) {
        this.folder = folder;
        for (int night = 0; night < 7 * weeks; night++) {
            nights.add(new TinyNight(MONDAY.plusDays(night)));
        }
        reference(
                "sites.csv",
                "clues,name,kind,state,region,active_from,active_to",
                UNIT + ",Unit,HOSPITAL,20,SUR,,",
                OTHER_UNIT + ",Other unit,HEALTH_CENTRE,20,SUR,,",
                WAREHOUSE + ",Warehouse,STATE_WAREHOUSE,20,SUR,,",
                CENTRAL + ",Central,CENTRAL_WAREHOUSE,09,CENTRO,,");
        reference(
                "catalogue.csv",
                "clave,description,group,unit,unit_price,programme,tolerance",
                CLAVE + ",Tablets,MEDICINE,BOX,2.50,,0");
    }

    TinyLake reference(String file, String... lines) {
        return write("reference", file, lines);
    }

    /** A control file that comes on a night. */
    TinyLake control(int night, String file, String... lines) {
        return write("extracts/" + MONDAY.plusDays(night - 1L), file, lines);
    }

    private TinyLake write(String under, String file, String... lines) {
        try {
            Files.createDirectories(folder.resolve(under));
            Files.write(folder.resolve(under).resolve(file), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    TinyNight night(int number) {
        return nights.get(number - 1);
    }

    /** Every site delivers its stock on every night. */
    TinyLake allReport() {
        nights.forEach(night -> night.reports(UNIT, OTHER_UNIT, WAREHOUSE, CENTRAL));
        return this;
    }

    /** A unit's stock at its opening, and what it dispenses on each night of the first week. */
    TinyLake holds(String clues, String lot, String expiresOn, long pieces, long dispensedPerNight) {
        night(1).posts("OPENING", clues, lot, expiresOn, pieces);
        for (int night = 1; night <= 7; night++) {
            night(night).posts("DISPENSATION", clues, lot, expiresOn, -dispensedPerNight);
        }
        return this;
    }

    /** The first revision of a week, computed when it ended; of the weeks before, too. */
    WeekOracle week(int number) {
        return week(number, number, 1);
    }

    /** A revision of a week, computed when a later one had ended. */
    WeekOracle week(int number, int knownWeeks, int revision) {
        try {
            WeekReference reference = WeekReference.read(folder.resolve("reference"));
            Files.createDirectories(folder.resolve("extracts"));
            SortedMap<Week, Integer> revisions = new TreeMap<>();
            for (int week = 0; week < knownWeeks; week++) {
                revisions.put(new Week(MONDAY.plusWeeks(week)), week == number - 1 ? revision : 1);
            }
            return new WeekOracle(
                    lake(7 * knownWeeks, FileCoverage.read(folder.resolve("extracts"), reference)),
                    reference,
                    new Week(MONDAY.plusWeeks(number - 1L)),
                    revisions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lake lake(int known, FileCoverage coverage) {
        SortedMap<List<String>, BigInteger> books = new TreeMap<>(TinyNight.BY_NAME);
        Map<List<String>, LocalDate> expiresOn = new HashMap<>();
        List<Night> published = new ArrayList<>();
        for (TinyNight night : nights.subList(0, known)) {
            published.add(night.close(books, expiresOn));
        }
        return Lake.of(published, coverage);
    }

    /** The one row of a dataset with these cells, each written {@code column=value}. */
    static Row row(WeekOracle week, String dataset, String... cells) {
        List<Row> rows = rows(week, dataset, cells);
        if (rows.size() != 1) {
            throw new AssertionError("%d rows of %s with %s".formatted(rows.size(), dataset, List.of(cells)));
        }
        return rows.get(0);
    }

    static List<Row> rows(WeekOracle week, String dataset, String... cells) {
        return week.datasets().getOrDefault(dataset, List.of()).stream()
                .filter(row -> List.of(cells).stream().allMatch(cell -> {
                    String[] parts = cell.split("=", 2);
                    return String.valueOf(row.get(parts[0])).equals(parts[1]);
                }))
                .toList();
    }
}
