package mx.abasto.jobs.synthetic.national;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mx.abasto.jobs.synthetic.RealData;
import mx.abasto.jobs.synthetic.RealData.Establishment;
import mx.abasto.jobs.synthetic.RealData.State;
import mx.abasto.jobs.synthetic.SiteKind;

/** The sites of the network, by state: every unit of the register, or states that are like one of it. */
final class Places {

    /** Of middling size: 415 units. */
    private static final String LIKE = "16";

    private static final int INVENTED_WAREHOUSE = 99999;
    private static final String CENTRAL = "DFIMB002324";

    private record Unplaced(String clues, String name, SiteKind kind, State state) {}

    private Places() {}

    static List<Place> of(RealData real, NationalOptions options) {
        List<Unplaced> sites =
                options.states() == null && options.state() == null ? register(real) : alike(real, options);
        List<Integer> warehouses = new ArrayList<>();
        int central = -1;
        for (int i = 0; i < sites.size(); i++) {
            if (sites.get(i).kind() == SiteKind.STATE_WAREHOUSE) {
                warehouses.add(i);
            } else if (sites.get(i).kind() == SiteKind.CENTRAL_WAREHOUSE) {
                central = i;
            }
        }
        List<Place> places = new ArrayList<>();
        for (Unplaced site : sites) {
            int index = places.size();
            int supplier =
                    switch (site.kind()) {
                        case CENTRAL_WAREHOUSE -> -1;
                        case STATE_WAREHOUSE -> central;
                        default -> supplierOf(index, sites, warehouses, real.states());
                    };
            places.add(Place.of(index, site.clues(), site.name(), site.kind(), site.state(), supplier));
        }
        return List.copyOf(places);
    }

    /** The register knows no central warehouse: the one of the capital that is called so stands in for it. */
    private static List<Unplaced> register(RealData real) {
        return real.register().stream()
                .map(site -> new Unplaced(
                        site.clues(),
                        site.name(),
                        site.clues().equals(CENTRAL) ? SiteKind.CENTRAL_WAREHOUSE : site.kind(),
                        site.state()))
                .sorted(order())
                .toList();
    }

    private static Comparator<Unplaced> order() {
        return Comparator.comparing((Unplaced site) -> site.state().code()).thenComparing(Unplaced::clues);
    }

    /** The same numbers of units under each state's letters, so that states differ by luck alone. */
    private static List<Unplaced> alike(RealData real, NationalOptions options) {
        String like = options.state() == null ? LIKE : options.state();
        List<State> states = new ArrayList<>(real.states());
        states.sort(Comparator.comparing(state -> !state.code().equals(like)));
        if (!states.get(0).code().equals(like)) {
            throw new IllegalArgumentException("state " + like + " has no units in the register");
        }
        List<Establishment> model = real.register().stream()
                .filter(site -> site.state().equals(states.get(0)))
                .toList();
        boolean isSupplied = model.stream().anyMatch(site -> site.kind() == SiteKind.STATE_WAREHOUSE);
        List<Unplaced> sites = new ArrayList<>();
        for (State state : states.subList(0, options.states() == null ? 1 : options.states())) {
            for (Establishment site : model) {
                int number = Integer.parseInt(site.clues().substring(5, 10));
                sites.add(new Unplaced(state.clues(number), site.name(), site.kind(), state));
            }
            if (!isSupplied) {
                String name = "ALMACÉN ESTATAL " + state.name() + " (CLUES SINTÉTICA)";
                sites.add(new Unplaced(state.clues(INVENTED_WAREHOUSE), name, SiteKind.STATE_WAREHOUSE, state));
            }
        }
        sites.sort(order());
        return sites;
    }

    /** One of the state's own warehouses; most states have none in the register, and share one of another. */
    private static int supplierOf(int unit, List<Unplaced> sites, List<Integer> warehouses, List<State> states) {
        State state = sites.get(unit).state();
        List<Integer> own = warehouses.stream()
                .filter(warehouse -> sites.get(warehouse).state().equals(state))
                .toList();
        return own.isEmpty() ? warehouses.get(states.indexOf(state) % warehouses.size()) : own.get(unit % own.size());
    }
}
