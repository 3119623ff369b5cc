package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sites counted on one night, as it stands at the night's close. */
final class Counts {

    private final Map<Cell, Posted> listed = new HashMap<>();
    private final List<Posted> taken;
    private final Map<String, Coverage.Status> delivered = new HashMap<>();
    private final Set<String> withBadRows = new HashSet<>();

    /**
     * AMBIGUOUS: a count that a later file of the night corrects is not kept; only quarantined rows of files dated
     * tonight make a site's silence about a cell unreadable.
     */
    Counts(LocalDate night, Journal journal, List<Delivery> files, List<Coverage.Status> statuses, Coverage coverage) {
        taken = journal.accepted("stock", night);
        for (Posted count : taken) {
            if (count.line().eventDate().equals(night)) {
                listed.put(cell(count.line()), count);
            }
        }
        for (Coverage.Status status : statuses) {
            if (status.extract().equals("stock") && status.status().equals("DELIVERED")) {
                delivered.put(status.clues(), status);
            }
        }
        for (Delivery file : files) {
            if (file.isFor("stock", night) && file.isRead()) {
                addBadRows(file, coverage);
            }
        }
    }

    private void addBadRows(Delivery file, Coverage coverage) {
        for (ReadRow row : file.rows()) {
            if (row.fault() == null) {
                continue;
            }
            String site = row.site();
            if (site != null) {
                withBadRows.add(site);
            } else {
                withBadRows.addAll(coverage.sites(file));
            }
        }
    }

    static Cell cell(Line count) {
        return new Cell(count.site(), count.text("clave"), count.text("lot"));
    }

    Optional<Line> line(Cell cell) {
        return Optional.ofNullable(listed.get(cell)).map(Posted::line);
    }

    /** The expiry that tonight's counts name for a cell: the latest counted on, late counts too; then by file, row. */
    Optional<LocalDate> expiry(Cell cell) {
        return taken.stream()
                .map(Posted::line)
                .filter(count -> cell(count).equals(cell) && count.dateOrNull("expires_on") != null)
                .max(Comparator.comparing(Line::eventDate)
                        .thenComparing(Line::file)
                        .thenComparing(Line::rowNo))
                .map(count -> count.dateOrNull("expires_on"));
    }

    Set<Cell> cells() {
        return listed.keySet();
    }

    /** NULL where the site said nothing about the cell that could be read. */
    @Nullable
    Long counted(Cell cell) {
        Posted count = listed.get(cell);
        if (count != null) {
            return count.line().number("quantity");
        }
        return isWhole(cell.clues()) ? 0L : null;
    }

    /** Delivered, and every row of it read: what it does not list, it holds none of. */
    boolean isWhole(String clues) {
        return delivered.containsKey(clues) && !withBadRows.contains(clues);
    }

    boolean isDelivered(String clues) {
        return delivered.containsKey(clues);
    }

    /** Sites whose first count tonight would be: with any accepted count, or a whole delivery. */
    Set<String> sitesHeard() {
        Set<String> sites = new HashSet<>();
        listed.keySet().forEach(c -> sites.add(c.clues()));
        delivered.keySet().stream().filter(this::isWhole).forEach(sites::add);
        return sites;
    }

    @Nullable
    String fileOf(String clues) {
        Coverage.Status status = delivered.get(clues);
        return status == null ? null : status.file();
    }

    /** Dataset `counts`: everything counted that arrived tonight, late counts under their own date. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Posted posted : taken) {
            Line count = posted.line();
            rows.add(new Row()
                    .with("business_date", count.eventDate())
                    .with("clues", count.site())
                    .with("clave", count.text("clave"))
                    .with("lot", count.text("lot"))
                    .with("expires_on", count.dateOrNull("expires_on"))
                    .with("quantity", count.number("quantity"))
                    .with("file", count.file())
                    .with("row_no", count.rowNo()));
        }
        return rows;
    }
}
