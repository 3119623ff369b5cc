package mx.abasto.jobs.synthetic;

import java.util.List;

/** Sites and claves, who holds what, and who supplies whom: all that does not change by night. */
record Network(List<Site> sites, List<Item> items, Assortment assortment, Routes routes) {

    static Network choose(GeneratorOptions options) {
        RealData real = RealData.load();
        List<Site> sites = SiteChooser.choose(real, options);
        List<Item> items = ItemChooser.choose(real, options);
        long seed = options.seed();
        return new Network(sites, items, new Assortment(items, seed), new Routes(sites, seed));
    }

    /** Pieces by item that a usual day takes from the units that a warehouse supplies, directly or not. */
    double[] perDayThrough(Site warehouse) {
        double[] rates = new double[items.size()];
        for (SiteKind kind : List.of(SiteKind.HOSPITAL, SiteKind.HEALTH_CENTRE)) {
            int visits = 0;
            for (Site unit : sites) {
                if (unit.kind() == kind && isServedBy(unit, warehouse)) {
                    visits += unit.visits();
                }
            }
            addRates(rates, kind, visits);
        }
        return rates;
    }

    private void addRates(double[] rates, SiteKind kind, int visits) {
        for (Item item : assortment.of(kind)) {
            rates[item.index()] += assortment.perDay(kind, visits, item);
        }
    }

    private boolean isServedBy(Site unit, Site warehouse) {
        int state = routes.supplierOf(unit);
        return state == warehouse.index() || routes.supplierOf(sites.get(state)) == warehouse.index();
    }
}
