package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mx.abasto.jobs.synthetic.RealData.Establishment;
import mx.abasto.jobs.synthetic.RealData.State;

/** Chooses the network's sites among the real establishments: one hospital for about seven units. */
final class SiteChooser {

    private static final String CAPITAL = "09";
    private static final int SITES_PER_CENTRAL = 4000;
    private static final int SITES_PER_STATE = 300;
    private static final int UNITS_PER_HOSPITAL = 7;
    private static final int SMALL_STATE_CENTRES = 30;

    private final RealData real;
    private final GeneratorOptions options;
    private final List<Site> sites = new ArrayList<>();

    private SiteChooser(RealData real, GeneratorOptions options) {
        this.real = real;
        this.options = options;
    }

    static List<Site> choose(RealData real, GeneratorOptions options) {
        return new SiteChooser(real, options).choose();
    }

    private List<Site> choose() {
        int centrals = 1 + options.sites() / SITES_PER_CENTRAL;
        List<State> states = states(centrals);
        int units = options.sites() - centrals - states.size();
        List<Establishment> hospitals = of(SiteKind.HOSPITAL, states);
        List<Establishment> centres = of(SiteKind.HEALTH_CENTRE, states);
        int wanted = (units + UNITS_PER_HOSPITAL / 2) / UNITS_PER_HOSPITAL;
        int chosen = Math.min(hospitals.size(), Math.max(1, wanted));
        if (chosen == 0 || units - chosen > centres.size()) {
            throw new IllegalArgumentException(
                    ("%d sites cannot be had there: the register has %d hospitals and %d health"
                                    + " centres. Ask for fewer sites, another state, or leave the state open")
                            .formatted(options.sites(), hospitals.size(), centres.size()));
        }
        addWarehouses(centrals, states);
        addUnits(hospitals, chosen, "hospitals");
        addUnits(centres, units - chosen, "centres");
        return ReferenceFaults.misprinted(sites, options);
    }

    private List<State> states(int centrals) {
        if (options.state() != null) {
            return List.of(real.states().stream()
                    .filter(state -> state.code().equals(options.state()))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("state " + options.state() + " has no IMSS-BIENESTAR"
                                    + " establishments: give one of "
                                    + real.states().stream().map(State::code).collect(Collectors.joining(", ")))));
        }
        List<State> shuffled = new ArrayList<>(real.states());
        Dice.of(options.seed(), "states").shuffle(shuffled);
        shuffled.sort(Comparator.comparing(state -> isSmall(state)));
        int wanted = (options.sites() + SITES_PER_STATE - 1) / SITES_PER_STATE;
        int taken = 0;
        long units = 0;
        while (taken < shuffled.size() && (taken < wanted || units < options.sites() - centrals - taken)) {
            units += of(SiteKind.HEALTH_CENTRE, List.of(shuffled.get(taken))).size();
            taken++;
        }
        return shuffled.subList(0, taken).stream()
                .sorted(Comparator.comparing(State::code))
                .toList();
    }

    /** A few states have a handful of establishments: they come last. */
    private boolean isSmall(State state) {
        return of(SiteKind.HOSPITAL, List.of(state)).isEmpty()
                || of(SiteKind.HEALTH_CENTRE, List.of(state)).size() < SMALL_STATE_CENTRES;
    }

    private List<Establishment> of(SiteKind kind, List<State> states) {
        return real.establishments().stream()
                .filter(site -> site.kind() == kind)
                .filter(site -> states.contains(site.state()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The register knows no central warehouse: those of the capital stand in for it. */
    private void addWarehouses(int centrals, List<State> states) {
        List<Establishment> warehouses = real.establishments().stream()
                .filter(site -> site.kind() == SiteKind.STATE_WAREHOUSE)
                .sorted(Comparator.comparing(
                                (Establishment site) -> !site.name().contains("CENTRAL"))
                        .thenComparing(Establishment::clues))
                .toList();
        List<Establishment> central = warehouses.stream()
                .filter(site -> site.state().code().equals(CAPITAL))
                .limit(centrals)
                .toList();
        central.forEach(site -> add(site, SiteKind.CENTRAL_WAREHOUSE));
        for (State state : states) {
            Establishment warehouse = warehouses.stream()
                    .filter(site -> site.state().equals(state) && !central.contains(site))
                    .findFirst()
                    .orElseGet(() -> invented(state));
            add(warehouse, SiteKind.STATE_WAREHOUSE);
        }
    }

    /** Most states have no warehouse in the register: 99999 is far beyond any real number. */
    private static Establishment invented(State state) {
        String name = "ALMACÉN ESTATAL " + state.name() + " (CLUES SINTÉTICA)";
        return new Establishment(state.clues(99999), SiteKind.STATE_WAREHOUSE, name, state);
    }

    private void addUnits(List<Establishment> pool, int count, String concern) {
        Dice.of(options.seed(), concern).shuffle(pool);
        pool.subList(0, count).stream()
                .sorted(Comparator.comparing(Establishment::clues))
                .forEach(site -> add(site, site.kind()));
    }

    private void add(Establishment site, SiteKind kind) {
        int index = sites.size();
        Dice dice = Dice.of(options.seed(), "visits", index);
        int visits =
                switch (kind) {
                    case CENTRAL_WAREHOUSE, STATE_WAREHOUSE -> 0;
                    case HOSPITAL -> (int) dice.between(8, 14);
                    case HEALTH_CENTRE -> (int) dice.between(3, 7);
                };
        State state = site.state();
        sites.add(new Site(index, site.clues(), site.name(), kind, state.code(), state.region(), visits));
    }
}
