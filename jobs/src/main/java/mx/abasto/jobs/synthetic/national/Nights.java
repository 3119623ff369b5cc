package mx.abasto.jobs.synthetic.national;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.jobs.synthetic.Dice;
import mx.abasto.jobs.synthetic.Extract;
import mx.abasto.jobs.synthetic.SiteKind;

/** Lets the network live night by night, and writes what each site sends. */
final class Nights {

    /** Nights before the opening: what they sent and ordered is on the way then. */
    private static final int ORDERS_BEFORE = 14;

    private static final int SHIPMENTS_BEFORE = 2;

    private final World world;
    private final Path folder;
    private final Dispatch dispatch;
    private final Purchases purchases;
    private final Receiving receiving;
    private final Care care;
    private final Wards wards;
    private final Upkeep upkeep;
    private final Sheets sheets = new Sheets();
    private LateFiles late = new LateFiles("");

    Nights(World world, Path folder) {
        this.world = world;
        this.folder = folder;
        this.dispatch = new Dispatch(world);
        this.purchases = new Purchases(world);
        this.receiving = new Receiving(world);
        this.care = new Care(world);
        this.wards = new Wards(world);
        this.upkeep = new Upkeep(world);
    }

    List<NationalNetwork.Night> run() {
        Lines orders = new Lines();
        for (int before = ORDERS_BEFORE; before > 0; before--) {
            purchases.order(-before, orders);
        }
        for (int before = SHIPMENTS_BEFORE; before > 0; before--) {
            dispatch.send(-before);
        }
        List<NationalNetwork.Night> nights = new ArrayList<>();
        for (int night = 0; night < world.options().nights(); night++) {
            nights.add(run(night, orders));
            orders.clear();
            if (night == 0) {
                world.shelves().open();
            }
        }
        return nights;
    }

    private NationalNetwork.Night run(int night, Lines orders) {
        String name = world.calendar().compact(night);
        NightFiles files = new NightFiles(
                folder.resolve(world.calendar().date(night).toString()),
                world.options().layout(),
                name);
        files.deliver(late);
        late = new LateFiles(name);
        purchases.order(night, orders);
        dispatch.send(night);
        files.deliver("COMPRAS", Extract.ORDERS, orders);
        Arrivals arrivals = new Arrivals(world.road().arriving(night));
        String state = "";
        for (Place place : world.places()) {
            if (!place.state().code().equals(state)) {
                if (!state.isEmpty()) {
                    files.end();
                }
                state = place.state().code();
                files.begin(state);
            }
            live(place, night, arrivals.at(place));
            send(place, night, files);
        }
        files.end();
        care.forget();
        return files.written();
    }

    private void live(Place place, int night, List<Parcel> arrived) {
        sheets.clear();
        care.correct(place, sheets.of(Extract.DISPENSATIONS));
        receiving.receive(place, night, arrived, sheets.of(Extract.RECEIPTS));
        upkeep.adjust(place, night, sheets.of(Extract.ADJUSTMENTS));
        if (place.isUnit()) {
            care.dispense(place, night, sheets.of(Extract.DISPENSATIONS));
        }
        if (place.kind() == SiteKind.HOSPITAL) {
            wards.use(place, night, sheets.of(Extract.CONSUMPTIONS));
        }
        upkeep.lose(place, night);
        upkeep.count(place, night, sheets.of(Extract.STOCK));
    }

    private void send(Place place, int night, NightFiles files) {
        Dice dice = world.dice("sending", place, night);
        boolean isSilent = place.isUnit() && night > 0 && Mishap.SILENT.befalls(dice);
        for (Extract extract : Extract.values()) {
            if (extract.isExpectedOf(place.kind())) {
                Lines lines = extract == Extract.DISTRIBUTIONS ? dispatch.handOver(place) : sheets.of(extract);
                if (isSilent) {
                    late.keep(place, extract, lines);
                } else {
                    files.deliver(place, extract, lines, Mishap.WRONG_CONTROL.befalls(dice) ? 1 : 0);
                }
            }
        }
    }
}
