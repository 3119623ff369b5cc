package mx.abasto.jobs.synthetic.national;

import java.util.ArrayList;
import java.util.List;
import mx.abasto.jobs.synthetic.Dice;
import mx.abasto.jobs.synthetic.SiteKind;

/** Decides what each site holds, how much of it a usual day takes, and what lies there at the opening. */
final class Furnishing {

    private static final int CENTRE_SLOTS = 148;
    private static final int HOSPITAL_SLOTS = 900;
    private static final int UNIT_DAYS = 20;
    private static final int WAREHOUSE_DAYS = 45;
    private static final int LEAST = 6;

    private final long seed;
    private final List<Place> places;
    private final List<Product> products;
    private final List<Product> wanted;
    private final int[] firsts;
    private final double[][] perDay;

    private Furnishing(long seed, List<Place> places, List<Product> products) {
        this.seed = seed;
        this.places = places;
        this.products = products;
        this.wanted = wanted(seed, products);
        this.firsts = new int[places.size() + 1];
        this.perDay = new double[places.size()][];
    }

    /** The products, those that units want most first. */
    static List<Product> wanted(long seed, List<Product> products) {
        List<Product> wanted = new ArrayList<>(products);
        Dice.of(seed, "wanted").shuffle(wanted);
        return wanted;
    }

    /** Slots of a unit of a kind, on the average. */
    static int slotsOf(SiteKind kind) {
        return kind == SiteKind.HOSPITAL ? HOSPITAL_SLOTS : CENTRE_SLOTS;
    }

    static Shelves furnished(long seed, List<Place> places, List<Product> products, Lots lots) {
        return new Furnishing(seed, places, products).furnish(lots);
    }

    private Shelves furnish(Lots lots) {
        List<int[]> holdings = new ArrayList<>();
        for (Place place : places) {
            int[] held = place.isUnit() ? unitHoldings(place) : allProducts();
            holdings.add(held);
            firsts[place.index() + 1] = firsts[place.index()] + held.length;
            perDay[place.index()] = place.isUnit() ? taken(place, held.length) : new double[held.length];
        }
        passOn(holdings);
        int slots = firsts[places.size()];
        int[] productOf = new int[slots];
        int[] usuals = new int[slots];
        for (Place place : places) {
            int[] held = holdings.get(place.index());
            int days = place.isUnit() ? UNIT_DAYS : WAREHOUSE_DAYS;
            for (int i = 0; i < held.length; i++) {
                productOf[firsts[place.index()] + i] = held[i];
                usuals[firsts[place.index()] + i] = LEAST + (int) (perDay[place.index()][i] * days);
            }
        }
        Shelves shelves = new Shelves(firsts, productOf, usuals);
        places.forEach(place -> fill(place, shelves, lots));
        return shelves;
    }

    private int[] allProducts() {
        return products.stream().mapToInt(Product::index).toArray();
    }

    /** Two of three of what units of its kind want most, the most wanted first. */
    private int[] unitHoldings(Place place) {
        Dice dice = Dice.of(seed, "holdings", place.index());
        int slots = slotsOf(place.kind());
        int size = (int) dice.between(slots * 12L / 10, slots * 18L / 10);
        return wanted.subList(0, size).stream()
                .filter(product -> dice.below(3) < 2)
                .mapToInt(Product::index)
                .toArray();
    }

    /** Pieces a day of each slot: place p of n is drawn with the chance that Dice.skewed gives it. */
    private static double[] taken(Place place, int slots) {
        double[] pieces = new double[slots];
        double lines = (Care.linesOf(place) + Wards.linesOf(place)) * Care.PIECES_OF_LINE;
        for (int p = 0; p < slots; p++) {
            pieces[p] = lines * (Math.sqrt((p + 1) / (double) slots) - Math.sqrt(p / (double) slots));
        }
        return pieces;
    }

    /** What units take goes through their warehouse, and a part of that through the warehouse's own. */
    private void passOn(List<int[]> holdings) {
        for (Place place : places) {
            if (place.isUnit()) {
                int[] held = holdings.get(place.index());
                for (int i = 0; i < held.length; i++) {
                    perDay[place.supplier()][held[i]] += perDay[place.index()][i];
                }
            }
        }
        for (Place place : places) {
            if (!place.isUnit() && place.supplier() >= 0) {
                for (Product product : products) {
                    if (Purchases.isCentral(product)) {
                        perDay[place.supplier()][product.index()] += perDay[place.index()][product.index()];
                    }
                }
            }
        }
    }

    private void fill(Place place, Shelves shelves, Lots lots) {
        Dice dice = Dice.of(seed, "opening", place.index());
        int second = place.isUnit() ? place.kind() == SiteKind.HOSPITAL ? 40 : 15 : 100;
        for (int slot = shelves.first(place); slot < shelves.first(place) + shelves.slots(place); slot++) {
            if (dice.below(100) < 4 && place.isUnit()) {
                continue;
            }
            Product product = products.get(shelves.product(slot));
            int all = (int) (shelves.usual(slot) * dice.between(45, 100) / 100);
            int parts = dice.below(100) < second ? place.isUnit() ? 2 : 3 : 1;
            int number = dice.below(Lots.OPENING);
            for (int part = 0; part < parts; part++) {
                int cell = shelves.cellFor(slot, lots.opening(product, number + part));
                shelves.move(cell, part == 0 ? all - all / parts * (parts - 1) : all / parts);
            }
        }
    }
}
