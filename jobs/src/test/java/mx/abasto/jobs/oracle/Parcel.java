package mx.abasto.jobs.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One file of a delivery while {@link RandomDelivery} spoils it: its name, its folder, its cells, its looks. */
final class Parcel {

    /** A row as cells, or, once garbled, as the bytes of a line. */
    static final class Entry {

        final List<String> cells;
        byte @Nullable [] garbled;

        Entry(List<String> cells) {
            this.cells = new ArrayList<>(cells);
        }

        Entry copy() {
            Entry copy = new Entry(cells);
            copy.garbled = garbled;
            return copy;
        }
    }

    final String extract;
    final List<String> header;
    final List<Entry> entries = new ArrayList<>();
    LocalDate folder;
    LocalDate date;
    String who;
    String seq = "";
    String lineEnd = "\n";
    String beforeHeader = "";
    boolean isGzip;
    /** What is sent instead of all this: a file beyond reading. */
    byte @Nullable [] broken;

    Parcel(String extract, String who, LocalDate date, LocalDate folder, List<String> header) {
        this.extract = extract;
        this.who = who;
        this.date = date;
        this.folder = folder;
        this.header = new ArrayList<>(header);
    }

    Parcel copy() {
        Parcel copy = without();
        entries.forEach(e -> copy.entries.add(e.copy()));
        return copy;
    }

    /** The same file without its rows. */
    Parcel without() {
        Parcel copy = new Parcel(extract, who, date, folder, header);
        copy.seq = seq;
        copy.lineEnd = lineEnd;
        copy.beforeHeader = beforeHeader;
        copy.isGzip = isGzip;
        copy.broken = broken;
        return copy;
    }

    String name() {
        String name = extract + "_" + who + "_" + date.format(DateTimeFormatter.BASIC_ISO_DATE);
        return name + (seq.isEmpty() ? "" : "_" + seq) + ".csv" + (isGzip ? ".gz" : "");
    }

    boolean has(String column) {
        return header.contains(column);
    }

    /** Adds an optional column where the file lacks it. */
    void need(String column) {
        if (!has(column)) {
            header.add(column);
            entries.forEach(e -> e.cells.add(""));
        }
    }

    String cell(Entry entry, String column) {
        return entry.cells.get(header.indexOf(column));
    }

    void set(Entry entry, String column, String value) {
        need(column);
        entry.cells.set(header.indexOf(column), value);
    }

    void shuffleColumns(Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<String> names = List.copyOf(header);
        header.clear();
        order.forEach(i -> header.add(names.get(i)));
        for (Entry entry : entries) {
            List<String> cells = List.copyOf(entry.cells);
            entry.cells.clear();
            order.forEach(i -> entry.cells.add(cells.get(i)));
        }
    }

    byte[] bytes() {
        byte[] text = broken == null ? text() : broken;
        return isGzip && broken == null ? gzip(text) : text;
    }

    private byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((beforeHeader + line(header)).getBytes(StandardCharsets.UTF_8));
        for (Entry entry : entries) {
            byte[] garbled = entry.garbled;
            out.writeBytes(lineEnd.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(garbled == null ? line(entry.cells).getBytes(StandardCharsets.UTF_8) : garbled);
        }
        out.writeBytes(lineEnd.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    static String line(List<String> cells) {
        return String.join(",", cells.stream().map(Parcel::quoted).toList());
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    static byte[] gzip(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
