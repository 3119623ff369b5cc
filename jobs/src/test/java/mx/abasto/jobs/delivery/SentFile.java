package mx.abasto.jobs.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.abasto.common.model.Extract;

/**
 * A file as its sender has it: rows of an extract as cells, before they are {@link Dress}ed as bytes.
 *
 * @param date the one in its name
 */
record SentFile(Extract extract, String who, LocalDate date, List<String> header, List<List<String>> rows) {

    /** A file that the generator wrote: its cells need no quotes. */
    static SentFile read(Path file) {
        try {
            String[] name = file.getFileName().toString().split("[_.]");
            List<List<String>> lines = Files.readAllLines(file).stream()
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            return new SentFile(
                    Extract.labelled(name[0]).orElseThrow(),
                    name[1],
                    LocalDate.parse(name[2], DateTimeFormatter.BASIC_ISO_DATE),
                    lines.get(0),
                    lines.subList(1, lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@code seq} 0 is left out of the name. */
    static String name(Extract extract, String who, LocalDate date, int seq, Dress dress) {
        return extract.label() + "_" + who + "_" + date.format(DateTimeFormatter.BASIC_ISO_DATE)
                + (seq == 0 ? "" : "_" + seq) + (dress.isGzip() ? ".csv.gz" : ".csv");
    }

    SentFile with(List<List<String>> otherRows) {
        return new SentFile(extract, who, date, header, otherRows);
    }

    SentFile withColumn(String column, String value) {
        return new SentFile(
                extract,
                who,
                date,
                and(header, column),
                rows.stream().map(row -> and(row, value)).toList());
    }

    private static List<String> and(List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }

    String cell(List<String> row, String column) {
        return row.get(header.indexOf(column));
    }

    List<String> withCell(List<String> row, String column, String value) {
        List<String> cells = new ArrayList<>(row);
        cells.set(header.indexOf(column), value);
        return cells;
    }

    /** What tells the row from every other of the delivery. */
    String key(List<String> row) {
        return extract.key().stream()
                .map(column -> cell(row, column))
                .collect(Collectors.joining("|", extract.label() + "|", ""));
    }

    /** The same rows in any order, the columns too: contract section 2 lets them stand as they like. */
    SentFile shuffled(Random random) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, header.size()).boxed().toList());
        Collections.shuffle(places, random);
        List<List<String>> shuffled = new ArrayList<>();
        rows.forEach(row -> shuffled.add(places.stream().map(row::get).toList()));
        Collections.shuffle(shuffled, random);
        return new SentFile(extract, who, date, places.stream().map(header::get).toList(), shuffled);
    }
}
