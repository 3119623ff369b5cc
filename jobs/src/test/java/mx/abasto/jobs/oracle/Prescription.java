package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One prescription_no × clave, from its lines that count (dataset `prescriptions`). */
record Prescription(DocumentKey key, List<Posted> lines) {

    private static final Comparator<Line> BY_DAY_AND_SITE =
            Comparator.comparing(Line::eventDate).thenComparing(Line::site);

    /** Those that a line delivered tonight names. */
    static List<Prescription> listed(Journal journal, LocalDate night) {
        return journal.documents(DocumentKey.Kind.PRESCRIPTION).stream()
                .filter(d -> d.isNamedOn(night))
                .map(d -> new Prescription(d.key(), d.inForce("dispensations")))
                .filter(p -> !p.lines().isEmpty())
                .toList();
    }

    String prescriptionNo() {
        return key.names().get(0);
    }

    String clave() {
        return key.clave();
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

    Row row() {
        List<Line> fills = fills();
        @Nullable Line first = fills.isEmpty() ? null : fills.get(0);
        @Nullable Line last = fills.isEmpty() ? null : fills.get(fills.size() - 1);
        return new Row()
                .with("prescription_no", prescriptionNo())
                .with("clave", clave())
                .with("prescribed", prescribed())
                .with("dispensed", dispensed())
                .with("sites", (long) sites().size())
                .with("first_clues", first == null ? null : first.site())
                .with("first_filled_on", first == null ? null : first.eventDate())
                .with("last_filled_on", last == null ? null : last.eventDate())
                .with("last_line_on", lastLineOn());
    }
}
