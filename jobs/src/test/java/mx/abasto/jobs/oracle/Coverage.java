package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which site delivered which extract of the night, and which it should have (dataset `extracts`). */
final class Coverage {

    record Status(
            String clues,
            String extract,
            String status,
            @Nullable String file) {

        Row row() {
            return new Row()
                    .with("clues", clues)
                    .with("extract", extract)
                    .with("status", status)
                    .with("file", file);
        }
    }

    private static final String NATION = "orders";

    private final Reference reference;
    private final List<ControlRow> controls;

    /** @param controls every control row taken so far */
    Coverage(Reference reference, List<ControlRow> controls) {
        this.reference = reference;
        this.controls = controls;
    }

    /** None for orders, which are the nation's. */
    Set<String> sites(Delivery file) {
        if (file.name().extract().equals(NATION)) {
            return Set.of();
        }
        if (file.isNamedByClues()) {
            return Set.of(file.who());
        }
        Set<String> sites = new TreeSet<>(file.sitesOfRows());
        List<ControlRow> said = controls.stream()
                .filter(c -> c.file().equals(file.name().name()))
                .toList();
        for (ControlRow control : said) {
            if (control.clues() != null) {
                sites.add(control.clues());
            }
        }
        // AMBIGUOUS: a control row for the whole file, naming no site, is a control all the same.
        if (said.isEmpty()) {
            file.landed().source().sites().forEach(s -> sites.add(reference.replaced(s)));
        }
        return sites;
    }

    /**
     * One row per expected or delivered clues × extract of the night.
     *
     * <p>AMBIGUOUS: a REJECTED file of a site that nobody expects gives no row.
     */
    List<Status> statuses(List<Delivery> files, LocalDate night) {
        Map<String, Status> delivered = new TreeMap<>();
        Map<String, Status> rejected = new TreeMap<>();
        for (Delivery file : files) {
            if (!file.name().date().equals(night)) {
                continue;
            }
            String extract = file.name().extract();
            for (String clues : sites(file)) {
                if (file.delivers()) {
                    delivered.putIfAbsent(
                            clues + extract,
                            new Status(clues, extract, "DELIVERED", file.name().name()));
                } else if (file.isRejected()) {
                    rejected.putIfAbsent(
                            clues + extract,
                            new Status(clues, extract, "REJECTED", file.name().name()));
                }
            }
        }
        for (ControlRow control : controls) {
            addDeliveredEmpty(control, files, night, delivered);
        }
        Map<String, Status> all = new TreeMap<>();
        reference.expectedOn(night).forEach((clues, extracts) -> {
            for (String extract : extracts) {
                Status missing = new Status(clues, extract, "MISSING", null);
                all.put(clues + extract, rejected.getOrDefault(clues + extract, missing));
            }
        });
        all.putAll(delivered);
        return new ArrayList<>(all.values());
    }

    /** A control row with rows = 0 for a file of the night that did not come delivers that extract. */
    private void addDeliveredEmpty(
            ControlRow control, List<Delivery> files, LocalDate night, Map<String, Status> delivered) {
        boolean hasCome = files.stream().anyMatch(f -> f.name().name().equals(control.file()));
        String site = control.site(reference);
        if (!control.saysNothingCame() || hasCome || site == null) {
            return;
        }
        control.name()
                .filter(n -> !n.isControl()
                        && !n.extract().equals(NATION)
                        && n.date().equals(night))
                .ifPresent(n ->
                        delivered.putIfAbsent(site + n.extract(), new Status(site, n.extract(), "DELIVERED", null)));
    }
}
