package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.FaultPlan.Planned;

/** Plants the planned faults, each as soon as its night has come and a place for it is found. */
final class Faults {

    private final Truth truth;
    private final List<Planned> waiting;
    private final Agenda agenda = new Agenda();
    private final Map<FaultKind, FaultFamily> families = new EnumMap<>(FaultKind.class);
    private final FileFaults files;

    Faults(World world, Truth truth) {
        this.truth = truth;
        this.waiting = new ArrayList<>(FaultPlan.of(world.options()));
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
        this.files = new FileFaults(world, truth, agenda);
    }

    private void add(FaultFamily family) {
        family.kinds().forEach(kind -> families.put(kind, family));
    }

    /** In the morning, before anything happens. */
    void strike(int night) {
        waiting.removeIf(planned -> planned.night() <= night
                && !planned.kind().isInFiles()
                && planned.candidates(night).stream().anyMatch(kind -> plant(kind, night)));
        agenda.run(night);
        files.aim(waiting, night);
    }

    private boolean plant(FaultKind kind, int night) {
        FaultFamily family = families.get(kind);
        if (family == null) {
            throw new IllegalStateException("no family of faults plants " + kind);
        }
        return family.plant(kind, night);
    }

    /** Once a site has written its books of the night, before they become files. */
    void spoilFiles(SiteState state, int night) {
        waiting.removeAll(files.spoil(state, night));
    }

    /** After the last site's close. */
    void close(int night) {
        truth.close(night);
    }
}
