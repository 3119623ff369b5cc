package mx.abasto.jobs.synthetic.national;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mx.abasto.jobs.synthetic.Dice;
import mx.abasto.jobs.synthetic.RealData;
import mx.abasto.jobs.synthetic.RealData.Supply;

/** The catalogue: the real claves, and further presentations of them up to the number that the nation buys. */
final class Products {

    static final int COUNT = 4498;

    private static final String FIRST_SUFFIX = ".00";

    private Products() {}

    static List<Product> of(RealData real, long seed) {
        List<Product> products = new ArrayList<>();
        for (Supply key : keys(real.keys())) {
            Dice dice = Dice.of(seed, "product", products.size());
            boolean isCurative = key.group().equals("CURATIVE");
            products.add(new Product(
                    products.size(),
                    key.clave(),
                    key.clave().getBytes(StandardCharsets.US_ASCII),
                    key.description(),
                    key.group(),
                    key.programme(),
                    dice.between(300, key.programme().isEmpty() ? 90_000 : 4_500_000),
                    isCurative && dice.chance(50) ? (int) dice.between(2, 5) : 0,
                    isCurative && dice.chance(25)));
        }
        return List.copyOf(products);
    }

    /** The last two digits of a clave tell presentations of one thing apart: .01 is another of .00. */
    private static List<Supply> keys(List<Supply> real) {
        List<Supply> keys = new ArrayList<>(real);
        Set<String> taken = new HashSet<>();
        real.forEach(key -> taken.add(key.clave()));
        for (Supply key : real) {
            if (keys.size() < COUNT && key.clave().endsWith(FIRST_SUFFIX)) {
                String other = key.clave().substring(0, key.clave().length() - 1) + "9";
                if (taken.add(other)) {
                    keys.add(new Supply(other, key.group(), key.programme(), key.description()));
                }
            }
        }
        keys.sort(Comparator.comparing(Supply::clave));
        return keys;
    }
}
