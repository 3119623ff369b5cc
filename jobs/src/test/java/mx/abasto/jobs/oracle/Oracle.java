package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The nightly contract, night after night from the opening night, all history in memory. */
public final class Oracle {

    private final Path referenceFolder;
    private final OracleSettings settings;
    private final Inbox inbox;
    private final Journal journal;
    private final Acceptor acceptor;
    private final Balances balances;
    private final LifeCycle life = new LifeCycle();
    private final List<ControlRow> controls = new ArrayList<>();
    private final Map<LocalDate, List<Delivery>> delivered = new TreeMap<>();
    private final Map<String, List<LocalDate>> reported = new HashMap<>();
    private Optional<Shipments> lastShipments = Optional.empty();
    private Optional<LocalDate> lastNight = Optional.empty();

    private Oracle(Path referenceFolder, List<OracleSource> sources, OracleSettings settings) {
        this.referenceFolder = referenceFolder;
        this.settings = settings;
        this.inbox = new Inbox(sources, settings.lookbackDays());
        this.journal = new Journal(settings.correctionWindowNights());
        this.acceptor = new Acceptor(journal);
        this.balances = new Balances(settings.retireDays());
    }

    /**
     * Opens an oracle with nothing behind it: the first night asked for is the opening night.
     *
     * @param reference the folder of contract section 1, read anew each night
     */
    public static Oracle open(Path reference, List<OracleSource> sources, OracleSettings settings) {
        return new Oracle(reference, sources, settings);
    }

    /** The same for one source of the contract's own files, in one folder yyyy-MM-dd a night. */
    public static Oracle open(Path reference, Path extracts, OracleSettings settings) {
        return open(reference, List.of(OracleSource.canonical(extracts)), settings);
    }

    /** The next night; the first one asked for is the opening night. Nights must follow each other. */
    public OracleNight night(LocalDate night) {
        lastNight.ifPresent(last -> {
            if (!last.plusDays(1).equals(night)) {
                throw new IllegalArgumentException("after night " + last + " comes not " + night);
            }
        });
        lastNight = Optional.of(night);
        try {
            return night(night, Reference.read(referenceFolder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OracleNight night(LocalDate night, Reference reference) throws IOException {
        journal.begin(night);
        List<Delivery> files = new ArrayList<>();
        List<ControlRow> controlsTonight = new ArrayList<>();
        take(night, reference, files, controlsTonight);
        journal.beginOrders(night);
        Coverage coverage = new Coverage(reference, controls);
        List<Coverage.Status> statuses = coverage.statuses(files, night);
        Counts counts = new Counts(night, journal, files, statuses, coverage);
        balances.open(night, journal, counts);
        balances.close(night, journal, counts);
        for (Coverage.Status status : statuses) {
            if (counts.isDelivered(status.clues()) && status.extract().equals("stock")) {
                reported.computeIfAbsent(status.clues(), c -> new ArrayList<>()).add(night);
            }
        }
        Shipments shipments = new Shipments(night, journal, reference, settings.transitDays(), lastShipments);
        NightState state = new NightState(
                night,
                reference,
                settings,
                journal,
                files,
                coverage,
                statuses,
                controlsTonight,
                counts,
                balances,
                balances.kept(),
                shipments,
                Prescription.listed(journal, night),
                Order.listed(journal, night),
                new Lots(journal));
        lastShipments = Optional.of(shipments);
        OracleNight result = new OracleNight(night, datasets(state));
        shipments.listed().forEach(s -> journal.list(s.key().document(), night));
        state.prescriptions().forEach(p -> journal.list(p.key(), night));
        state.orders().forEach(o -> journal.list(o.key(), night));
        return result;
    }

    private void take(LocalDate night, Reference reference, List<Delivery> files, List<ControlRow> controlsTonight)
            throws IOException {
        List<Landed> extracts = new ArrayList<>();
        for (Landed landed : inbox.take(night)) {
            if (landed.name().isControl()) {
                controlsTonight.addAll(ControlRow.read(landed, reference));
            } else {
                extracts.add(landed);
            }
        }
        controls.addAll(controlsTonight);
        files.addAll(acceptor.accept(extracts, reference, night));
        delivered.put(night, List.copyOf(files));
    }

    /** The files of tonight and of the window before it, by name: the last of each name, as its first extract. */
    private Map<String, Delivery> deliveredOfLate(LocalDate night) {
        Map<String, Delivery> byName = new HashMap<>();
        delivered.forEach((day, files) -> {
            if (day.equals(night) || journal.window(night).holds(day)) {
                files.stream()
                        .filter(f -> f.landed().place() == 0)
                        .forEach(f -> byName.put(f.name().name(), f));
            }
        });
        return byName;
    }

    private Map<String, List<Map<String, @Nullable Object>>> datasets(NightState state) {
        LocalDate night = state.night();
        List<Movement> tonight = journal.movementsOf(night);
        List<Prescription> firstListed = state.prescriptions().stream()
                .filter(p -> !journal.isKnown(p.key(), night))
                .toList();
        Map<String, List<Map<String, @Nullable Object>>> all = new HashMap<>();
        all.put("files", plain(state.files().stream().map(Delivery::row).toList()));
        all.put(
                "extracts",
                plain(state.statuses().stream().map(Coverage.Status::row).toList()));
        all.put(
                "quarantine",
                plain(state.files().stream()
                        .flatMap(f -> f.quarantineRows().stream())
                        .toList()));
        all.put(
                "movements",
                plain(journal.movementsOf(night).stream().map(Movement::row).toList()));
        all.put("counts", plain(state.counts().rows()));
        all.put(
                "stock_balance",
                plain(state.balances().stream().map(Balance::row).toList()));
        all.put("key_day", plain(new KeyDays(night, state.counts(), state.balances(), tonight, firstListed).rows()));
        all.put("lots", plain(state.lots().rows()));
        all.put("shipments", plain(state.shipments().rows()));
        all.put("orders", plain(state.orders().stream().map(Order::row).toList()));
        all.put(
                "prescriptions",
                plain(state.prescriptions().stream().map(Prescription::row).toList()));
        all.put("discrepancies", plain(discrepancies(state)));
        return all;
    }

    private List<Row> discrepancies(NightState state) {
        List<Finding> findings = new ArrayList<>();
        List<Finding> leftOut = new ArrayList<>();
        findings.addAll(new ExtractRules(state, deliveredOfLate(state.night())).findings());
        findings.addAll(new ReferenceRules(state).findings());
        ShipmentRules shipmentRules = new ShipmentRules(state);
        findings.addAll(shipmentRules.findings());
        leftOut.addAll(shipmentRules.leftOut());
        findings.addAll(new ShipmentLineRules(state).findings());
        StockRules stockRules = new StockRules(state);
        findings.addAll(stockRules.findings());
        leftOut.addAll(stockRules.leftOut());
        findings.addAll(new DispensingRules(state).findings());
        findings.addAll(new LotRules(state).findings());
        findings.addAll(new OrderRules(state).findings());
        findings.addAll(new SignalRules(state, reported).findings());
        return life.track(state.night(), state.reference(), findings, leftOut).stream()
                .map(Discrepancy::row)
                .toList();
    }

    private static List<Map<String, @Nullable Object>> plain(List<Row> rows) {
        return List.copyOf(rows);
    }
}
