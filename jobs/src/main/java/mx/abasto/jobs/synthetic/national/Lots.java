package mx.abasto.jobs.synthetic.national;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mx.abasto.jobs.synthetic.Dice;

/**
 * The lots of all products. A lot is a whole number above 0: its product and which of its lots it is; 0 is none. What it is
 * called and when it expires is the same wherever it is.
 */
final class Lots {

    /** Lots of each product: those in hand at the opening, then one for each night on which suppliers deliver. */
    static final int OPENING = 6;

    private static final int PER_PRODUCT = 64;
    private static final byte[] NO_NAME = new byte[0];

    private final List<Product> products;
    private final Calendar calendar;
    private final byte[][] names;
    private final int[] expiries;

    Lots(List<Product> products, Calendar calendar, long seed) {
        this.products = products;
        this.calendar = calendar;
        this.names = new byte[products.size() * PER_PRODUCT][];
        this.expiries = new int[names.length];
        for (Product product : products) {
            Dice dice = Dice.of(seed, "lots", product.index());
            for (int number = 0; number < PER_PRODUCT; number++) {
                int expiry = number < OPENING ? (int) dice.between(1, 700) : number + (int) dice.between(300, 900);
                int at = product.index() * PER_PRODUCT + number;
                expiries[at] = expiry;
                names[at] = product.isLotless() ? NO_NAME : name(product, number, expiry);
            }
        }
    }

    private byte[] name(Product product, int number, int expiry) {
        int year = calendar.date(expiry).getYear() % 100 - 3;
        String name = "%02d%c%03d%02d".formatted(year, 'A' + product.index() % 26, product.index() % 1000, number);
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** A lot that is in hand at the opening; of a product without lots, the one that has no name. */
    int opening(Product product, int number) {
        return of(product, number % OPENING);
    }

    /** What suppliers deliver on a night. */
    int delivered(Product product, int night) {
        return of(product, OPENING + night);
    }

    /** Another lot of the same product. */
    int other(int lot) {
        int number = (lot - 1) % PER_PRODUCT;
        return of(product(lot), number == 0 ? 1 : number - 1);
    }

    private static int of(Product product, int number) {
        return 1 + product.index() * PER_PRODUCT + (product.isLotless() ? 0 : number);
    }

    Product product(int lot) {
        return products.get((lot - 1) / PER_PRODUCT);
    }

    byte[] name(int lot) {
        return names[lot - 1];
    }

    /** The night on which it expires; what has no lot has none. */
    int expiry(int lot) {
        return product(lot).isLotless() ? Integer.MAX_VALUE : expiries[lot - 1];
    }

    /** As extracts write it: empty where there is none. */
    byte[] expiryText(int lot) {
        return product(lot).isLotless() ? NO_NAME : calendar.text(expiries[lot - 1]);
    }
}
