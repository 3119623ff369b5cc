package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of one file of tonight, as one of its extracts.
 *
 * @param who aliases replaced
 * @param isRepeated its bytes were known: it was not read
 * @param rows every row of it, those of a repeated file too
 * @param oldLines what EXT-06 counts
 */
record Delivery(
        Landed landed,
        String who,
        String status,
        boolean isRepeated,
        List<ReadRow> rows,
        long accepted,
        long quarantined,
        long duplicates,
        long oldLines) {

    FileName name() {
        return landed.name();
    }

    boolean isRejected() {
        return status.equals("REJECTED");
    }

    boolean isRead() {
        return !isRejected() && !isRepeated;
    }

    boolean delivers() {
        return isRead() || (isRepeated && landed.source().isCumulative());
    }

    /** How EXT-02 to EXT-04 and EXT-06 name it. */
    String document() {
        return landed.isOneOfSeveral() ? name().extract() + ":" + name().name() : name().name();
    }

    boolean isFor(String extract, LocalDate date) {
        return name().extract().equals(extract) && name().date().equals(date);
    }

    boolean isNamedByClues() {
        return Cells.isClues(who);
    }

    /** AMBIGUOUS: a file has rows for every site that a row names readably, quarantined rows too. */
    Set<String> sitesOfRows() {
        Set<String> sites = new TreeSet<>();
        for (ReadRow row : rows) {
            String site = row.site();
            if (site != null) {
                sites.add(site);
            }
        }
        return sites;
    }

    Row row() {
        return new Row()
                .with("file", name().name())
                .with("source", landed.source().name())
                .with("extract", name().extract())
                .with("who", who)
                .with("delivered_for", name().date())
                .with("sha256", landed.sha256())
                .with("bytes", (long) landed.bytes().length)
                .with("rows", (long) rows.size())
                .with("accepted", accepted)
                .with("quarantined", quarantined)
                .with("duplicates", duplicates)
                .with("rejected_because", isRejected() ? "some reason" : null)
                .with("status", status);
    }

    /** What of it went to quarantine. */
    List<Row> quarantineRows() {
        List<Row> quarantine = new ArrayList<>();
        for (ReadRow row : isRead() ? rows : List.<ReadRow>of()) {
            Fault fault = row.fault();
            if (fault != null) {
                quarantine.add(new Row()
                        .with("file", name().name())
                        .with("row_no", row.rowNo())
                        .with("extract", name().extract())
                        .with("clues", row.site())
                        .with("reason", fault.reason())
                        .with("column", fault.column())
                        .with("value", fault.value())
                        .with("raw", row.raw()));
            }
        }
        return quarantine;
    }
}
