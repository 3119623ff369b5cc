package mx.abasto.jobs.synthetic;

import java.util.List;

/** The days, one after the other: what happens at each site, and what it writes down at close. */
final class Simulation {

    private static final String PURCHASER = "COMPRAS";

    private final World world;
    private final Faults faults;
    private final ExtractFiles files;
    private final Receiving receiving;
    private final Adjusting adjusting;
    private final Care care;
    private final Replenishment replenishment;
    private final Purchasing purchasing;

    Simulation(World world, Faults faults, ExtractFiles files) {
        this.world = world;
        this.faults = faults;
        this.files = files;
        this.receiving = new Receiving(world);
        this.adjusting = new Adjusting(world);
        this.care = new Care(world);
        this.replenishment = new Replenishment(world);
        this.purchasing = new Purchasing(world);
    }

    void run() {
        new OpeningStock(world).fill();
        for (int night = 0; night <= world.nights().last(); night++) {
            runNight(night);
        }
    }

    private void runNight(int night) {
        world.orders().open();
        world.sites().forEach(state -> state.openBook(world.date(night).toString()));
        if (night == 0) {
            purchasing.placeEarlierOrders();
        }
        faults.strike(night);
        // Warehouses come first in the list and last in the day: by then they know what is asked of them.
        for (int index = world.sites().size() - 1; index >= 0; index--) {
            SiteState state = world.sites().get(index);
            spendDay(state, night);
            close(state, night);
        }
        files.write(Extract.ORDERS, PURCHASER, night, world.orders().tonight());
        faults.close(night, files);
    }

    private void spendDay(SiteState state, int night) {
        receiving.receive(state, night);
        adjusting.writeOff(state, night);
        if (!faults.isSilent(state, night)) {
            care.treat(state, night);
        }
        adjusting.adjustSome(state, night);
        replenishment.giveBack(state, night);
        replenishment.ask(state, night);
        replenishment.serve(state, night);
        purchasing.review(state, night);
    }

    private void close(SiteState state, int night) {
        for (List<Cell> cells : state.shelves().all()) {
            for (Cell cell : cells) {
                if (cell.isCounted(night)) {
                    state.book().count(cell.lot(), cell.countedExpiry(), cell.physical());
                }
            }
        }
        faults.spoilFiles(state, night);
        state.book()
                .tables()
                .forEach((extract, table) -> files.write(extract, state.site().clues(), night, table));
    }
}
