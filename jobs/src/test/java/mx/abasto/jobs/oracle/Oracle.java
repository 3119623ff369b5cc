package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nightly contract, night after night from the opening night, all history in memory. */
public final class Oracle {

    private final Reference reference;
    private final OracleSettings settings;
    private final Inbox inbox;
    private final Journal journal;
    private final Acceptor acceptor;
    private final Balances balances;
    private final LifeCycle life;
    private final List<ControlRow> controls = new ArrayList<>();
    private final Map<String, Delivery> everDelivered = new HashMap<>();
    private final Set<String> prescriptionsSeen = new HashSet<>();
    private final Map<String, List<LocalDate>> reported = new HashMap<>();
    private Optional<Shipments> lastShipments = Optional.empty();
    private Optional<LocalDate> lastNight = Optional.empty();

    private Oracle(Reference reference, Path extracts, OracleSettings settings) {
        this.reference = reference;
        this.settings = settings;
        this.inbox = new Inbox(extracts, settings.lookbackDays());
        this.journal = new Journal(settings.correctionWindowNights());
        this.acceptor = new Acceptor(reference, journal, settings.correctionWindowNights());
        this.balances = new Balances(settings.retireDays());
        this.life = new LifeCycle(reference);
    }

    /**
     * Opens an oracle with nothing behind it: the first night asked for is the opening night.
     *
     * @param reference the folder of contract section 1
     * @param extracts holds one folder yyyy-MM-dd a night
     */
    public static Oracle open(Path reference, Path extracts, OracleSettings settings) {
        try {
            return new Oracle(Reference.read(reference), extracts, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next night; the first one asked for is the opening night. Nights must follow each other. */
    public OracleNight night(LocalDate night) {
        lastNight.ifPresent(last -> {
            if (!last.plusDays(1).equals(night)) {
                throw new IllegalArgumentException("after night " + last + " comes not " + night);
            }
        });
        lastNight = Optional.of(night);
        List<Delivery> files = new ArrayList<>();
        List<ControlRow> controlsTonight = new ArrayList<>();
        take(night, files, controlsTonight);
        Coverage coverage = new Coverage(reference, settings.sites(), controls);
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
                balances.kept(night),
                shipments,
                lastShipments,
                Prescription.all(journal),
                Order.all(journal, night).stream().filter(Order::isKept).toList(),
                new Lots(journal));
        lastShipments = Optional.of(shipments);
        return new OracleNight(night, datasets(state));
    }

    private void take(LocalDate night, List<Delivery> files, List<ControlRow> controlsTonight) {
        try {
            List<Landed> extracts = new ArrayList<>();
            for (Landed landed : inbox.take(night)) {
                if (landed.name().isControl()) {
                    controlsTonight.addAll(ControlRow.read(landed, reference));
                } else {
                    extracts.add(landed);
                }
            }
            controls.addAll(controlsTonight);
            files.addAll(acceptor.accept(extracts, night));
            files.forEach(f -> everDelivered.put(f.name().name(), f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, List<Map<String, @Nullable Object>>> datasets(NightState state) {
        LocalDate night = state.night();
        List<Movement> tonight = journal.movementsOf(night);
        // AMBIGUOUS: "first posted tonight" = has current lines at tonight's close and at no close before.
        List<Prescription> firstPosted = state.prescriptions().stream()
                .filter(p -> prescriptionsSeen.add(p.key()))
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
        all.put("key_day", plain(new KeyDays(night, state.balances(), tonight, firstPosted).rows()));
        all.put("lots", plain(state.lots().rows()));
        all.put("shipments", plain(state.shipments().rows()));
        all.put("orders", plain(state.orders().stream().map(Order::row).toList()));
        all.put(
                "prescriptions",
                plain(state.prescriptions().stream()
                        .filter(p -> p.isKept(night))
                        .map(Prescription::row)
                        .toList()));
        all.put("discrepancies", plain(discrepancies(state)));
        return all;
    }

    private List<Row> discrepancies(NightState state) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new ExtractRules(state, everDelivered).findings());
        findings.addAll(new ReferenceRules(state).findings());
        findings.addAll(new ShipmentRules(state).findings());
        findings.addAll(new ShipmentLineRules(state).findings());
        findings.addAll(new StockRules(state, life).findings());
        findings.addAll(new DispensingRules(state).findings());
        findings.addAll(new LotRules(state).findings());
        findings.addAll(new OrderRules(state).findings());
        findings.addAll(new SignalRules(state, reported).findings());
        return life.track(state.night(), findings).stream()
                .map(Discrepancy::row)
                .toList();
    }

    private static List<Map<String, @Nullable Object>> plain(List<Row> rows) {
        return List.copyOf(rows);
    }
}
