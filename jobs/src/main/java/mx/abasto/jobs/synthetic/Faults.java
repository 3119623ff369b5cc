package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.List;
import mx.abasto.jobs.synthetic.FaultPlan.Planned;

/** Plants the planned faults, each as soon as its night has come and a place for it is found. */
final class Faults {

    private final Truth truth;
    private final List<Planned> waiting;
    private final Agenda agenda = new Agenda();
    private final StockFaults stock;
    private final ShipmentFaults shipments;
    private final FileFaults files;

    Faults(World world, Truth truth) {
        this.truth = truth;
        this.waiting = new ArrayList<>(FaultPlan.of(world.options()));
        this.stock = new StockFaults(world, truth, agenda);
        this.shipments = new ShipmentFaults(world, truth);
        this.files = new FileFaults(world, truth, agenda);
    }

    /** In the morning, before anything happens. */
    void strike(int night) {
        agenda.run(night);
        waiting.removeIf(planned -> planned.night() <= night
                && !planned.kind().isInFiles()
                && planned.candidates(night).stream().anyMatch(kind -> plant(kind, night)));
        files.aim(waiting, night);
    }

    private boolean plant(FaultKind kind, int night) {
        return kind.isOnTheRoad() ? shipments.plant(kind, night) : stock.plant(kind, night);
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
