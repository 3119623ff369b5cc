package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.FaultPlan.Planned;

/** Plants the planned faults, each as soon as its night has come and a place for it is found. */
final class Faults {

    private final World world;
    private final Truth truth;
    private final List<Planned> waiting;
    private final Agenda agenda = new Agenda();
    private final Map<FaultKind, FaultFamily> families = new EnumMap<>(FaultKind.class);
    private final ExtraFiles extras = new ExtraFiles();
    private final FileFaults files;
    private final ReferenceFaults codes;
    private final DeliveryFaults deliveries;
    private final SignalFaults signals;
    private final NearMisses nearMisses;

    Faults(World world, Truth truth, NearMisses nearMisses) {
        this.world = world;
        this.truth = truth;
        this.nearMisses = nearMisses;
        this.waiting = new ArrayList<>(FaultPlan.of(world.options()));
        this.codes = new ReferenceFaults(world, truth);
        add(new StockFaults(world, truth, agenda));
        add(new ShipmentFaults(world, truth));
        add(new ShipmentLineFaults(world, truth, agenda));
        add(new DoubleEntries(world, truth, agenda));
        add(new PrescriptionFaults(world, truth, agenda));
        add(new UnfitStock(world, truth, agenda));
        add(new Counterfeits(world, truth, agenda));
        add(new MisreadExpiries(world, truth, agenda));
        add(new OrderFaults(world, truth));
        add(new UnknownOrders(world, truth, agenda));
        add(codes);
        this.files = new FileFaults(world, truth, agenda);
        this.deliveries = new DeliveryFaults(world, truth, agenda, extras);
        this.signals = new SignalFaults(world, truth);
    }

    private void add(FaultFamily family) {
        family.kinds().forEach(kind -> families.put(kind, family));
    }

    /** In the morning, before anything happens. */
    void strike(int night) {
        if (night == 0) {
            waiting.removeAll(codes.open(waiting));
            waiting.removeAll(signals.open(waiting));
        }
        signals.strike(night);
        waiting.removeIf(planned -> planned.night() <= night
                && !planned.kind().isInFiles()
                && planned.candidates(night).stream().anyMatch(kind -> plant(kind, night)));
        agenda.run(night);
        files.aim(waiting, night);
        deliveries.aim(waiting, night);
        nearMisses.strike(night, agenda, extras);
    }

    private boolean plant(FaultKind kind, int night) {
        FaultFamily family = families.get(kind);
        if (family == null) {
            throw new IllegalStateException("no family of faults plants " + kind);
        }
        return family.plant(kind, night);
    }

    /** Whether the site lets nobody in tonight. */
    boolean isSilent(SiteState state, int night) {
        return signals.isSilent(state, night);
    }

    /** Once a site has written its books of the night, before they become files. */
    void spoilFiles(SiteState state, int night) {
        codes.count(state);
        waiting.removeAll(files.spoil(state, night));
        waiting.removeAll(deliveries.spoil(state, night));
        nearMisses.send(state, night, extras);
        signals.listen(state);
    }

    /** After the last site's close. */
    void close(int night, ExtractFiles extractFiles) {
        signals.close(night);
        truth.close(night);
        extras.write(night, world.nights(), extractFiles);
    }
}
