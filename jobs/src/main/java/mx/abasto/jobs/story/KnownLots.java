package mx.abasto.jobs.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.TextDistance;
import mx.abasto.common.sql.Session;

/** The lots that the lake knows, by clave. */
final class KnownLots {
    private static final int NAMED_MAX = 5;

    private final SortedMap<String, SortedSet<String>> byClave = new TreeMap<>();

    static KnownLots of(Session session) {
        KnownLots known = new KnownLots();
        for (Row row : Row.all(session, "known_lots")) {
            known.add(row.text("clave"), row.text("lot"));
        }
        return known;
    }

    void add(String clave, String lot) {
        byClave.computeIfAbsent(clave, key -> new TreeSet<>()).add(lot);
    }

    /** Refuses a lot that is not known (USAGE), saying which are. */
    void requireKnown(String clave, String lot) {
        SortedSet<String> lots = byClave.get(clave);
        if (lots != null && lots.contains(lot)) {
            return;
        }
        if (lots == null) {
            throw AbastoException.usage("The lake holds no movement of the clave %s. The nearest that it knows: %s."
                    .formatted(clave, nearest(clave, byClave.keySet())));
        }
        String others = byClave.entrySet().stream()
                .filter(entry -> entry.getValue().contains(lot))
                .map(entry -> entry.getKey())
                .limit(NAMED_MAX)
                .collect(Collectors.joining(", "));
        throw AbastoException.usage("The lake holds no lot '%s' of the clave %s. The nearest of its %,d %s: %s.%s"
                .formatted(
                        lot,
                        clave,
                        lots.size(),
                        lots.size() == 1 ? "lot" : "lots",
                        nearest(lot, lots),
                        others.isEmpty() ? "" : " A lot of that name is of clave " + others + "."));
    }

    private static String nearest(String wanted, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt((String each) -> TextDistance.between(wanted, each))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NAMED_MAX)
                .collect(Collectors.joining(", "));
    }
}
