package mx.abasto.jobs.oracle;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A few sites over months, on most nights of which little is sent, and much of it again: the same rows, corrected,
 * cancelled and entered anew, at all distances around the window. The same seed gives the same bytes.
 */
final class SparseNetwork {

    /** How its senders send what they have. */
    enum Sending {
        /** Each in its own way, and with faults. */
        MIXED,
        /** Each row, and each version of it, once. */
        ONCE,
        /** Every night all rows that they ever had, in their present version. */
        EVERYTHING_EVERY_NIGHT
    }

    static final String CENTRAL = "OCSSA000011";
    static final String STATE = "OCSSA000022";
    static final String HOSPITAL = "OCSSA000033";
    static final String CENTRE = "OCSSA000044";
    static final List<String> CLAVES = List.of("010.000.0022.00", "010.000.0104.00", "040.000.0226.00");
    /** A unit's name that its lookup knows from {@link #mendedOn} on. */
    static final String NEW_UNIT = "Centro Nuevo";

    private static final List<String> EXTRACTS =
            List.of("receipts", "distributions", "dispensations", "consumptions", "adjustments", "orders", "stock");

    /** Nights until a row comes again; the short ones are those on which everything that it names is known. */
    private static final List<Integer> ECHOES =
            List.of(1, 2, 5, 20, 30, 33, 34, 34, 35, 35, 35, 36, 36, 36, 37, 40, 50, 70, 75);

    private static final List<Integer> EARLY_ECHOES = List.of(1, 2, 5, 9, 12);

    final Random random;
    final SparseFiles files;
    final int nights;
    final LocalDate first;
    final OracleSettings settings;
    final LocalDate mendedOn;
    final Map<Cell, Long> books = new TreeMap<>();
    private final Map<String, SentRow> current = new HashMap<>();
    private final Map<Integer, List<Runnable>> later = new HashMap<>();
    private final Map<String, List<String>> tonight = new LinkedHashMap<>();
    private final Map<String, SentRow> history = new LinkedHashMap<>();
    /** In a column of its own, so that a file of a row that is as it once was has not the bytes of that time. */
    private final Map<String, Integer> versions = new HashMap<>();

    private final Map<String, SentRow> changed = new LinkedHashMap<>();
    final Sending sending;
    private int night;
    private int numbers;

    private SparseNetwork(long seed, int nights, Sending sending, Path folder) {
        this.sending = sending;
        this.random = new Random(seed);
        this.files = new SparseFiles(folder);
        this.nights = nights;
        this.first = LocalDate.of(2024, 12, 2).plusDays(random.nextInt(7));
        this.settings = new OracleSettings(3, 1, 7, 35, random.nextBoolean() ? 100 : 15);
        this.mendedOn = first.plusDays(nights / 2 + random.nextInt(10));
    }

    static SparseNetwork write(long seed, int nights, Path folder) {
        return write(seed, nights, Sending.MIXED, folder);
    }

    /** Of one seed, ONCE and EVERYTHING_EVERY_NIGHT say the same. */
    static SparseNetwork write(long seed, int nights, Sending sending, Path folder) {
        System.out.println("SparseNetwork seed=" + seed + " nights=" + nights + " sending=" + sending);
        SparseNetwork network = new SparseNetwork(seed, nights, sending, folder);
        network.writeReference();
        network.files.configure(network.settings);
        SparseEvents events = new SparseEvents(network);
        for (network.night = 0; network.night < nights; network.night++) {
            network.tonight.clear();
            network.changed.clear();
            events.happen();
            network.runLater();
            network.flush();
        }
        return network;
    }

    /** What was to happen tonight; that may bring about more for tonight. */
    private void runLater() {
        List<Runnable> due = later.remove(night);
        while (due != null) {
            due.forEach(Runnable::run);
            due = later.remove(night);
        }
    }

    private void writeReference() {
        files.reference(
                "sites.csv",
                List.of(
                        "clues,name,kind,state,region,active_from,active_to",
                        CENTRAL + ",Central,CENTRAL_WAREHOUSE,20,,,",
                        STATE + ",State,STATE_WAREHOUSE,20,,,",
                        HOSPITAL + ",Hospital,HOSPITAL,20,,,",
                        CENTRE + ",Centre,HEALTH_CENTRE,20,,,"));
        files.reference(
                "catalogue.csv",
                List.of(
                        "clave,description,group,unit,unit_price,programme,tolerance",
                        CLAVES.get(0) + ",Casein,MEDICINE,box,2.5000,,2",
                        CLAVES.get(1) + ",Paracetamol,MEDICINE,box,0.3300,,",
                        CLAVES.get(2) + ",Ketamine,CONTROLLED,vial,10,,"));
        files.reference("assortment.csv", List.of("scope,clave,min_days,max_days"));
        files.reference(
                "routes.csv", List.of("origin_clues,destination_clues,transit_days", CENTRAL + "," + STATE + ",5"));
        files.reference(
                "expected.csv",
                List.of(
                        "clues,extract",
                        CENTRAL + ",receipts",
                        STATE + ",receipts",
                        HOSPITAL + ",stock",
                        CENTRE + ",stock"));
        files.reference(
                "recalls.csv", List.of("clave,lot,alert,effective_on", CLAVES.get(0) + ",L2,A1," + first.plusDays(20)));
        files.reference(SparseFiles.UNITS, List.of("unidad,clues", "Hospital General," + HOSPITAL));
    }

    /** From {@link #mendedOn} on; before it, the rows of the new unit go to quarantine. */
    void mendLookup() {
        files.reference(
                SparseFiles.UNITS, List.of("unidad,clues", "Hospital General," + HOSPITAL, NEW_UNIT + "," + CENTRE));
    }

    LocalDate today() {
        return first.plusDays(night);
    }

    boolean isFirstNight() {
        return night == 0;
    }

    int night() {
        return night;
    }

    String number(String prefix) {
        return prefix + ++numbers;
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    void after(int gap, Runnable event) {
        later.computeIfAbsent(night + gap, n -> new ArrayList<>()).add(event);
    }

    /** Sends a row tonight, and perhaps again some other night. */
    void send(SentRow row) {
        track(row);
        if (isMixed()) {
            sendInSomeWay(row);
        } else {
            versions.merge(row.key(), 1, Integer::sum);
            // In the order of their last change, so that both ways of sending have the rows in one order.
            changed.remove(row.key());
            changed.put(row.key(), row);
            history.remove(row.key());
            history.put(row.key(), row);
        }
        if (row.has("cancelled") && random.nextInt(100) < 55) {
            int gap = any(isMixed() ? ECHOES : EARLY_ECHOES);
            SparseEchoes.Kind kind = any(List.of(SparseEchoes.Kind.values()));
            after(gap, () -> SparseEchoes.send(this, kind, row));
        }
    }

    boolean isMixed() {
        return sending == Sending.MIXED;
    }

    private void sendInSomeWay(SentRow row) {
        boolean isOfHistory = history.containsKey(row.key());
        if (isOfHistory || (row.has("cancelled") && !row.has("supplier") && oneIn(6))) {
            history.put(row.key(), row);
        } else {
            add(row);
        }
    }

    private void track(SentRow row) {
        if (!row.has("lot")) {
            return;
        }
        SentRow before = current.put(row.key(), row);
        if (before != null) {
            books.merge(before.stockCell(), -before.effect(), Long::sum);
        }
        books.merge(row.stockCell(), row.effect(), Long::sum);
    }

    void add(SentRow row) {
        tonight.computeIfAbsent(row.shape().extract(), e -> new ArrayList<>()).add(row.line());
    }

    private void flush() {
        if (!isMixed()) {
            flush(sending == Sending.ONCE ? changed : history);
            return;
        }
        for (String extract : EXTRACTS) {
            List<String> rows = tonight.get(extract);
            if (rows == null) {
                continue;
            }
            int cut = oneIn(4) ? random.nextInt(rows.size() + 1) : rows.size();
            String who = oneIn(3) ? any(List.of(STATE, HOSPITAL)) : "Region-1";
            sendRows(extract, who, "", rows.subList(0, cut));
            if (cut < rows.size()) {
                sendRows(extract, who, "2", rows.subList(cut, rows.size()));
            }
        }
        if (night > 3) {
            sendHistory();
        }
    }

    /** Counts and all else of tonight, and these rows. */
    private void flush(Map<String, SentRow> rows) {
        rows.values().forEach(row -> tonight.computeIfAbsent(row.shape().extract(), e -> new ArrayList<>())
                .add(row.line() + "," + versions.get(row.key())));
        for (String extract : EXTRACTS) {
            List<String> lines = tonight.get(extract);
            if (lines != null) {
                sendRows(extract, "Todo", "", lines);
            }
        }
    }

    private void sendRows(String extract, String who, String seq, List<String> rows) {
        Shape shape = Shape.BY_EXTRACT.getOrDefault(extract, Shape.STOCK);
        boolean hasVersions = !isMixed() && !shape.equals(Shape.STOCK);
        List<String> lines = new ArrayList<>(List.of(SentRow.header(shape) + (hasVersions ? ",version" : "")));
        lines.addAll(rows);
        String source = isMixed() ? "network" : "history";
        files.send(today(), source, extract + "_" + who, seq, lines);
    }

    /** All that two senders ever had: one whose source says so, and one whose source does not. */
    private void sendHistory() {
        Map<String, List<String>> bySender = new TreeMap<>();
        history.values().forEach(row -> {
            String source = row.key().hashCode() % 2 == 0 ? "network" : "history";
            bySender.computeIfAbsent(
                            source + " " + row.shape().extract(),
                            s -> new ArrayList<>(List.of(SentRow.header(row.shape()))))
                    .add(row.line());
        });
        bySender.forEach((sender, lines) -> {
            String[] names = sender.split(" ");
            files.send(today(), names[0], names[1] + "_Todo-" + names[0], "", lines);
        });
    }
}
