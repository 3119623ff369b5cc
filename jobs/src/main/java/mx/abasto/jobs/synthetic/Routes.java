package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who supplies whom, and how many days the road may take (contract section 1, routes.csv). */
final class Routes {

    /** Also the configuration's transit-days: for every pair that routes.csv does not name. */
    static final int DEFAULT_TRANSIT_DAYS = 7;

    private final long seed;
    private final int[] supplier;
    private final Map<String, List<Site>> unitsByState = new LinkedHashMap<>();

    Routes(List<Site> sites, long seed) {
        this.seed = seed;
        supplier = new int[sites.size()];
        List<Site> centrals = sites.stream()
                .filter(site -> site.kind() == SiteKind.CENTRAL_WAREHOUSE)
                .toList();
        Map<String, Site> warehouses = new LinkedHashMap<>();
        for (Site site : sites) {
            if (site.kind() == SiteKind.CENTRAL_WAREHOUSE) {
                supplier[site.index()] = -1;
            } else if (site.kind() == SiteKind.STATE_WAREHOUSE) {
                supplier[site.index()] =
                        centrals.get(warehouses.size() % centrals.size()).index();
                warehouses.put(site.state(), site);
            } else {
                supplier[site.index()] = warehouseOf(site, warehouses).index();
                unitsByState
                        .computeIfAbsent(site.state(), state -> new ArrayList<>())
                        .add(site);
            }
        }
    }

    private static Site warehouseOf(Site site, Map<String, Site> warehouses) {
        Site warehouse = warehouses.get(site.state());
        if (warehouse == null) {
            throw new IllegalStateException("state " + site.state() + " has units but no warehouse");
        }
        return warehouse;
    }

    /** Index of the warehouse that supplies the site, −1 for a central warehouse. */
    int supplierOf(Site site) {
        return supplier[site.index()];
    }

    List<Site> unitsOf(String state) {
        return unitsByState.getOrDefault(state, List.of());
    }

    boolean isNamed(Site origin, Site destination) {
        return supplier[destination.index()] == origin.index();
    }

    int transitDays(Site origin, Site destination) {
        return isNamed(origin, destination)
                ? (int) Dice.of(seed, "route", origin.index(), destination.index())
                        .between(2, 5)
                : DEFAULT_TRANSIT_DAYS;
    }
}
