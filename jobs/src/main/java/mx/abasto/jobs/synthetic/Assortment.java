package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What each kind of site holds, most wanted first, and how much of it a usual day takes. */
final class Assortment {

    private static final double LINES_PER_VISIT = 1.3;
    private static final int DOSES_PER_LINE = 2;

    private final Map<SiteKind, List<Item>> lists = new EnumMap<>(SiteKind.class);
    private final int[] placeInHospitals;
    private final int[] placeInCentres;

    Assortment(List<Item> items, long seed) {
        List<Item> wanted = new ArrayList<>(items);
        Dice.of(seed, "assortment").shuffle(wanted);
        List<Item> simple = wanted.stream()
                .filter(item -> !item.programme().equals("ONCOLOGY") && !item.isOf("CONTROLLED"))
                .toList();
        lists.put(SiteKind.CENTRAL_WAREHOUSE, wanted);
        lists.put(SiteKind.STATE_WAREHOUSE, wanted);
        lists.put(SiteKind.HOSPITAL, wanted);
        lists.put(
                SiteKind.HEALTH_CENTRE,
                simple.subList(0, Math.max(Math.min(3, simple.size()), simple.size() * 7 / 10)));
        placeInHospitals = places(of(SiteKind.HOSPITAL), items.size());
        placeInCentres = places(of(SiteKind.HEALTH_CENTRE), items.size());
    }

    private static int[] places(List<Item> list, int items) {
        int[] places = new int[items];
        Arrays.fill(places, -1);
        for (int place = 0; place < list.size(); place++) {
            places[list.get(place).index()] = place;
        }
        return places;
    }

    List<Item> of(SiteKind kind) {
        List<Item> list = lists.get(kind);
        if (list == null) {
            throw new IllegalStateException("no assortment for " + kind);
        }
        return list;
    }

    boolean holds(SiteKind kind, Item item) {
        return kind != SiteKind.HEALTH_CENTRE || placeInCentres[item.index()] >= 0;
    }

    /** Pieces a day that units of a kind with so many visits take; wards double a hospital's lines. */
    double perDay(SiteKind kind, int visits, Item item) {
        boolean hospital = kind == SiteKind.HOSPITAL;
        int place = hospital ? placeInHospitals[item.index()] : placeInCentres[item.index()];
        if (place < 0) {
            return 0;
        }
        double size = of(kind).size();
        // Dice.skewed gives place p with this chance.
        double share = Math.sqrt((place + 1) / size) - Math.sqrt(place / size);
        return visits * (LINES_PER_VISIT + (hospital ? 1 : 0)) * share * DOSES_PER_LINE * item.dose();
    }

    /** Safety-stock band in days for a kind of site. */
    static int[] band(SiteKind kind) {
        return switch (kind) {
            case CENTRAL_WAREHOUSE -> new int[] {30, 120};
            case STATE_WAREHOUSE -> new int[] {15, 60};
            case HOSPITAL -> new int[] {10, 45};
            case HEALTH_CENTRE -> new int[] {7, 30};
        };
    }
}
