package mx.abasto.jobs.oracle.week;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.jobs.oracle.Row;
import org.jspecify.annotations.Nullable;

/** One night of a {@link TinyLake}: what a test says of it, and the datasets that follow from that. */
final class TinyNight {

    /** Of lists of names: cells, and sites' claves. */
    static final Comparator<List<String>> BY_NAME = Comparator.comparing(names -> String.join("|", names));

    private final LocalDate date;
    private final Map<String, List<Fact>> rows = new HashMap<>();
    private final Map<List<String>, LocalDate> expiries = new HashMap<>();
    private final Map<List<String>, Long> counts = new HashMap<>();
    private final Map<List<String>, long[]> prescriptions = new HashMap<>();

    TinyNight(LocalDate date) {
        this.date = date;
    }

    /** A posting of the tiny clave with the night as its event date; pieces below 0 leave the site. */
    TinyNight posts(String kind, String clues, String lot, String expiresOn, long pieces) {
        return posts(kind, clues, TinyLake.CLAVE, lot, expiresOn, pieces, date);
    }

    TinyNight posts(
            String kind, String clues, String clave, String lot, String expiresOn, long pieces, LocalDate eventOn) {
        String other =
                switch (kind) {
                    case "RECEIPT" -> "SUPPLIER";
                    case "DISTRIBUTION" -> "TRANSIT";
                    case "DISPENSATION" -> "PATIENT";
                    default -> kind;
                };
        if (!expiresOn.isEmpty()) {
            expiries.put(List.of(clues, clave, lot), LocalDate.parse(expiresOn));
        }
        boolean isIn = pieces > 0;
        return pieces == 0
                ? this
                : add(
                        "movements",
                        new Row()
                                .with("posting_date", date)
                                .with("event_date", eventOn)
                                .with("kind", kind)
                                .with("from_account", isIn ? other : "SITE")
                                .with("from_id", isIn ? null : clues)
                                .with("to_account", isIn ? "SITE" : other)
                                .with("to_id", isIn ? clues : null)
                                .with("clave", clave)
                                .with("lot", lot)
                                .with("quantity", Math.abs(pieces))
                                .with("document_no", kind + date));
    }

    /** They deliver their stock; of their lots, those that {@link #counts} does not name are not known. */
    TinyNight reports(String... sites) {
        for (String clues : sites) {
            extract(clues, "stock", "DELIVERED");
        }
        return this;
    }

    TinyNight extract(String clues, String extract, String status) {
        return add(
                "extracts",
                new Row().with("clues", clues).with("extract", extract).with("status", status));
    }

    TinyNight counts(String clues, String lot, long pieces) {
        counts.put(List.of(clues, TinyLake.CLAVE, lot), pieces);
        return this;
    }

    TinyNight prescribes(String clues, long prescribed, long filled) {
        prescriptions.put(List.of(clues, TinyLake.CLAVE), new long[] {prescribed, filled});
        return this;
    }

    TinyNight ships(String destination, long shipped, long received, String status) {
        return add(
                "shipments",
                new Row()
                        .with("origin_clues", TinyLake.WAREHOUSE)
                        .with("shipment_no", "S" + destination)
                        .with("clave", TinyLake.CLAVE)
                        .with("lot", "L1")
                        .with("destination_clues", destination)
                        .with("shipped", shipped)
                        .with("received", received)
                        .with("status", status));
    }

    TinyNight finds(String id, String clues, String severity, String status) {
        return add(
                "discrepancies",
                new Row()
                        .with("discrepancy_id", id)
                        .with("clues", clues)
                        .with("clave", TinyLake.CLAVE)
                        .with("severity", severity)
                        .with("status", status));
    }

    /** A file of a night, delivered on this one. */
    TinyNight file(String name, String who, String extract, int deliveredFor, String status) {
        return add(
                "files",
                new Row()
                        .with("file", name)
                        .with("who", who)
                        .with("extract", extract)
                        .with("delivered_for", TinyLake.MONDAY.plusDays(deliveredFor - 1L))
                        .with("status", status));
    }

    /** A row of a stock file went to quarantine. */
    TinyNight badRow(String file, @Nullable String clues) {
        return add(
                "quarantine",
                new Row().with("file", file).with("extract", "stock").with("clues", clues));
    }

    private TinyNight add(String dataset, Row row) {
        rows.computeIfAbsent(dataset, name -> new ArrayList<>()).add(new Fact(row));
        return this;
    }

    /**
     * What is published of it.
     *
     * @param books what each cell held at the last close, and then at this one
     * @param expiresOn when each cell expires, as far as a posting said
     */
    Night close(SortedMap<List<String>, BigInteger> books, Map<List<String>, LocalDate> expiresOn) {
        expiresOn.putAll(expiries);
        SortedMap<List<String>, Row> days = new TreeMap<>(BY_NAME);
        books.forEach((cell, book) -> add(day(days, cell), "opening", book));
        for (Fact movement : rows.getOrDefault("movements", List.of())) {
            Posting posting = Posting.of(movement);
            List<String> cell = List.of(posting.key().clues(), posting.key().clave(), movement.name("lot"));
            books.merge(cell, posting.effect(), BigInteger::add);
            add(day(days, cell), posting.column(), posting.counted());
        }
        Map<String, List<Fact>> all = new HashMap<>(rows);
        List<Fact> balances = new ArrayList<>();
        books.forEach((cell, book) -> balances.add(balance(cell, book, expiresOn.get(cell), day(days, cell))));
        prescriptions.forEach((key, pieces) -> {
            add(day(days, key), "prescribed", BigInteger.valueOf(pieces[0]));
            add(day(days, key), "filled", BigInteger.valueOf(pieces[1]));
        });
        all.put("stock_balance", balances);
        all.put("key_day", days.values().stream().map(Fact::new).toList());
        return new Night(date, all);
    }

    private Fact balance(List<String> cell, BigInteger book, @Nullable LocalDate expiresOn, Row day) {
        add(day, "book", book);
        Long counted = counts.get(cell);
        BigInteger variance =
                counted == null ? null : BigInteger.valueOf(counted).subtract(book);
        if (counted != null && variance != null) {
            add(day, "counted", BigInteger.valueOf(counted));
            add(day, "variance", variance);
        }
        return new Fact(new Row()
                .with("clues", cell.get(0))
                .with("clave", cell.get(1))
                .with("lot", cell.get(2))
                .with("expires_on", expiresOn)
                .with("book", book)
                .with("counted", counted)
                .with("variance", variance));
    }

    private static Row day(SortedMap<List<String>, Row> days, List<String> cell) {
        return days.computeIfAbsent(cell.subList(0, 2), key -> {
            Row row = new Row().with("clues", key.get(0)).with("clave", key.get(1));
            KeyInventory.FLOWS.forEach(flow -> row.with(flow, BigInteger.ZERO));
            List.of("opening", "book", "prescribed", "filled").forEach(column -> row.with(column, BigInteger.ZERO));
            return row.with("counted", null).with("variance", null);
        });
    }

    private static void add(Row day, String column, BigInteger pieces) {
        Object before = day.get(column);
        day.with(column, before == null ? pieces : new BigInteger(before.toString()).add(pieces));
    }
}
