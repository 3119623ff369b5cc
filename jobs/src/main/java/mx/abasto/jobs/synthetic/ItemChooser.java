package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.RealData.Supply;

/** Chooses the catalogue among the real claves, every group and programme in its share. */
final class ItemChooser {

    /** Percent of the catalogue by bucket; what is left is other medicine. */
    private static final Map<String, Integer> SHARES = shares();

    private static final List<Integer> DOSES = List.of(1, 2, 3, 5, 10);

    private ItemChooser() {}

    private static Map<String, Integer> shares() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("CURATIVE", 18);
        shares.put("ONCOLOGY", 9);
        shares.put("CONTROLLED", 7);
        shares.put("VACCINE", 6);
        shares.put("LABORATORY", 2);
        shares.put("NUTRITION", 1);
        shares.put("RADIOLOGY", 1);
        return shares;
    }

    static List<Item> choose(RealData real, GeneratorOptions options) {
        List<Supply> shuffled = new ArrayList<>(real.keys());
        Dice.of(options.seed(), "claves").shuffle(shuffled);
        List<Supply> chosen = new ArrayList<>();
        SHARES.forEach((bucket, percent) -> {
            int least = percent > 5 ? 1 : 0;
            int wanted = Math.max(least, options.claves() * percent / 100);
            shuffled.stream()
                    .filter(key -> bucketOf(key).equals(bucket))
                    .limit(wanted)
                    .forEach(chosen::add);
        });
        // One of five is medicine at least: four buckets ask for one each.
        shuffled.stream()
                .filter(key -> bucketOf(key).equals("MEDICINE"))
                .limit(options.claves() - chosen.size())
                .forEach(chosen::add);
        shuffled.stream()
                .filter(key -> !chosen.contains(key))
                .limit(options.claves() - chosen.size())
                .toList()
                .forEach(chosen::add);
        chosen.sort(Comparator.comparing(Supply::clave));
        return items(chosen, options.seed());
    }

    private static String bucketOf(Supply key) {
        return key.programme().isEmpty() ? key.group() : key.programme();
    }

    private static List<Item> items(List<Supply> keys, long seed) {
        List<Item> items = new ArrayList<>();
        int curatives = 0;
        for (Supply key : keys) {
            Dice dice = Dice.of(seed, "item", items.size());
            boolean curative = key.group().equals("CURATIVE");
            boolean lotless = curative && curatives++ % 4 == 0;
            items.add(new Item(
                    items.size(),
                    key.clave(),
                    key.description(),
                    key.group(),
                    key.programme(),
                    unitOf(key),
                    priceCents(key, dice),
                    curative && dice.chance(50) ? (int) dice.between(2, 5) : 0,
                    lotless,
                    key.programme().isEmpty() ? dice.pick(DOSES) : 1));
        }
        return List.copyOf(items);
    }

    private static String unitOf(Supply key) {
        return key.description().contains("nvase") ? "ENVASE" : "PIEZA";
    }

    /** Invented, but of the order that such things cost. */
    private static long priceCents(Supply key, Dice dice) {
        return switch (bucketOf(key)) {
            case "ONCOLOGY" -> dice.between(80_000, 4_500_000);
            case "VACCINE", "CONTROLLED" -> dice.between(4_000, 90_000);
            case "CURATIVE", "LABORATORY", "RADIOLOGY" -> dice.between(300, 40_000);
            default -> dice.between(900, 120_000);
        };
    }
}
