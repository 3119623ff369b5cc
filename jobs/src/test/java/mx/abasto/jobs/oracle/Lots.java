package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Dataset `lots`: one row per clave × lot × expires_on that a posted line ever named, from the whole journal. */
final class Lots {

    record Lot(String clave, String lot, LocalDate expiresOn) implements Comparable<Lot> {

        @Override
        public int compareTo(Lot other) {
            return Comparator.comparing(Lot::clave)
                    .thenComparing(Lot::lot)
                    .thenComparing(Lot::expiresOn)
                    .compare(this, other);
        }
    }

    private static final Set<String> EXTRACTS = Set.of("receipts", "distributions", "adjustments");

    private final Map<Lot, Long> lines = new TreeMap<>();
    private final Map<Lot, LocalDate> firstSeenOn = new TreeMap<>();

    Lots(Journal journal) {
        for (Posted posted : journal.all()) {
            if (!EXTRACTS.contains(posted.line().extract())) {
                continue;
            }
            LocalDate expiresOn = posted.line().dateOrNull("expires_on");
            if (expiresOn == null || posted.movement().isEmpty()) {
                continue;
            }
            Lot lot = new Lot(posted.line().text("clave"), posted.line().text("lot"), expiresOn);
            // AMBIGUOUS: a line that was corrected on the night it came has named its expiry all the same.
            lines.merge(lot, posted.isLive() ? 1L : 0L, Long::sum);
            firstSeenOn.merge(lot, posted.night(), (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    List<Lot> withLines() {
        return lines.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        lines.forEach((lot, count) -> rows.add(new Row()
                .with("clave", lot.clave())
                .with("lot", lot.lot())
                .with("expires_on", lot.expiresOn())
                .with("lines", count)
                .with("first_seen_on", firstSeenOn.get(lot))));
        return rows;
    }
}
