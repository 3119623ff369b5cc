package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One prescription_no × clave, from all its current lines (dataset `prescriptions`). */
record Prescription(String prescriptionNo, String clave, List<Posted> lines) {

    static final int KEPT_DAYS = 35;
    private static final Comparator<Line> BY_DAY_AND_SITE =
            Comparator.comparing(Line::eventDate).thenComparing(Line::site);

    static List<Prescription> all(Journal journal) {
        Map<String, List<Posted>> groups = new TreeMap<>();
        for (Posted posted : journal.live("dispensations")) {
            Line line = posted.line();
            String key = line.text("prescription_no") + "\n" + line.text("clave");
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(posted);
        }
        return groups.values().stream()
                .map(posted -> {
                    Line line = posted.get(0).line();
                    return new Prescription(line.text("prescription_no"), line.text("clave"), posted);
                })
                .toList();
    }

    String key() {
        return prescriptionNo + "\n" + clave;
    }

    long prescribed() {
        return lines.stream()
                .mapToLong(p -> p.line().number("prescribed_quantity"))
                .max()
                .orElseThrow();
    }

    long dispensed() {
        return lines.stream()
                .mapToLong(p -> p.line().number("dispensed_quantity"))
                .sum();
    }

    String siteOfFirstLine() {
        return lines.stream()
                .map(Posted::line)
                .min(BY_DAY_AND_SITE)
                .orElseThrow()
                .site();
    }

    /** Lines that gave something, the first first. */
    List<Line> fills() {
        return fills(lines);
    }

    List<Line> fillsPostedOn(LocalDate night) {
        return fills(lines.stream().filter(p -> p.night().equals(night)).toList());
    }

    private static List<Line> fills(List<Posted> of) {
        return of.stream()
                .map(Posted::line)
                .filter(l -> l.number("dispensed_quantity") > 0)
                .sorted(BY_DAY_AND_SITE)
                .toList();
    }

    /** Sites that filled, in the order of their first fill. */
    List<String> sites() {
        return fills().stream().map(Line::site).distinct().toList();
    }

    private LocalDate lastLineOn() {
        return lines.stream()
                .map(p -> p.line().eventDate())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** AMBIGUOUS: a prescription that left and gets a new line comes back with all its lines ever. */
    boolean isKept(LocalDate night) {
        return !lastLineOn().plusDays(KEPT_DAYS).isBefore(night);
    }

    Row row() {
        List<Line> fills = fills();
        @Nullable Line first = fills.isEmpty() ? null : fills.get(0);
        @Nullable Line last = fills.isEmpty() ? null : fills.get(fills.size() - 1);
        return new Row()
                .with("prescription_no", prescriptionNo)
                .with("clave", clave)
                .with("prescribed", prescribed())
                .with("dispensed", dispensed())
                .with("sites", (long) sites().size())
                .with("first_clues", first == null ? null : first.site())
                .with("first_filled_on", first == null ? null : first.eventDate())
                .with("last_filled_on", last == null ? null : last.eventDate())
                .with("last_line_on", lastLineOn());
    }
}
