package mx.abasto.jobs.delivery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mx.abasto.common.files.Folders;
import mx.abasto.common.model.Extract;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;

/**
 * What a small network has to say over six nights, each file once, whole and on its night. Three busy nights, with
 * counts that now and then are wrong; one on which all is quiet; one that corrects and cancels lines of the busy ones; a
 * quiet last one. Every site counts its whole stock every night.
 */
final class PlainDelivery {
    static final LocalDate OPENING = LocalDate.of(2025, 1, 8);
    static final LocalDate LAST_BUSY = OPENING.plusDays(2);

    /** The last night on which a line that was not said before may still come. */
    static final LocalDate LAST_LATE = LAST_BUSY.plusDays(1);

    static final LocalDate CORRECTED = LAST_LATE.plusDays(1);
    static final LocalDate LAST = CORRECTED.plusDays(1);

    private static final int BUSY_NIGHTS = 3;
    private static final int CORRECTIONS = 12;

    private final Random random;
    private final List<SentFile> files = new ArrayList<>();
    private final Map<String, List<String>> correctedRows = new HashMap<>();

    private PlainDelivery(long seed) {
        this.random = new Random(seed);
    }

    /** Generates the network's reference data into the folder, and what it says. */
    static PlainDelivery generated(Path folder, long seed) throws IOException {
        PlainDelivery delivery = new PlainDelivery(seed);
        int sites = 4 + delivery.random.nextInt(3);
        Generator.generate(GeneratorOptions.of(sites, 6, BUSY_NIGHTS, seed).withFrom(OPENING), folder);
        for (LocalDate night = OPENING; !night.isAfter(LAST_BUSY); night = night.plusDays(1)) {
            for (Path file : Folders.list(folder.resolve("extracts/" + night))) {
                delivery.add(SentFile.read(file));
            }
        }
        delivery.countAgain();
        delivery.correct();
        return delivery;
    }

    private void add(SentFile file) {
        files.add(file.extract() == Extract.STOCK ? miscounted(file) : file.withColumn("cancelled", ""));
    }

    private SentFile miscounted(SentFile stock) {
        return stock.with(stock.rows().stream()
                .map(row -> random.nextInt(6) > 0
                        ? row
                        : stock.withCell(
                                row,
                                "quantity",
                                "" + (Long.parseLong(stock.cell(row, "quantity")) + random.nextInt(9))))
                .toList());
    }

    /** On the nights after the busy ones the shelves are as they were left. */
    private void countAgain() {
        List<SentFile> left = files.stream()
                .filter(file -> file.extract() == Extract.STOCK && file.date().equals(LAST_BUSY))
                .toList();
        for (LocalDate night = LAST_LATE; !night.isAfter(LAST); night = night.plusDays(1)) {
            for (SentFile stock : left) {
                String date = night.toString();
                List<List<String>> rows = stock.rows().stream()
                        .map(row -> stock.withCell(row, "counted_on", date))
                        .toList();
                add(new SentFile(Extract.STOCK, stock.who(), night, stock.header(), rows));
            }
        }
    }

    private void correct() {
        List<SentFile> wrong = new ArrayList<>();
        for (SentFile file : files) {
            if (file.extract() != Extract.STOCK) {
                file.rows().forEach(row -> wrong.add(file.with(List.of(row))));
            }
        }
        Collections.shuffle(wrong, random);
        for (SentFile line : wrong.subList(0, Math.min(CORRECTIONS, wrong.size()))) {
            List<String> row = corrected(line);
            correctedRows.put(line.key(row), row);
            String who = "correction-" + correctedRows.size();
            files.add(new SentFile(line.extract(), who, CORRECTED, line.header(), List.of(row)));
        }
    }

    private List<String> corrected(SentFile line) {
        List<String> row = line.rows().get(0);
        if (random.nextInt(3) == 0) {
            return line.withCell(row, "cancelled", "true");
        }
        String column = line.extract().quantity();
        long pieces = Long.parseLong(line.cell(row, column));
        return line.withCell(row, column, "" + (pieces + (pieces < 0 ? -1 : 1) * (1 + random.nextInt(9))));
    }

    List<SentFile> files() {
        return files;
    }

    /** The file as its sender would write it anew on a night: a line that was corrected by then reads as corrected. */
    SentFile asOf(SentFile file, LocalDate night) {
        return night.isBefore(CORRECTED)
                ? file
                : file.with(file.rows().stream()
                        .map(row -> requireNonNull(correctedRows.getOrDefault(file.key(row), row)))
                        .toList());
    }
}
