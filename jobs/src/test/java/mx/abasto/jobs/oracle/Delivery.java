package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of one file of tonight.
 *
 * @param who aliases replaced
 * @param isRepeated its bytes were read before: it delivers nothing
 * @param rows every row read, those of a repeated file too
 */
record Delivery(
        FileName name,
        String who,
        String sha256,
        long bytes,
        String status,
        boolean isRepeated,
        List<ReadRow> rows,
        long accepted,
        long quarantined,
        long duplicates) {

    boolean isRejected() {
        return status.equals("REJECTED");
    }

    boolean delivers() {
        return !isRejected() && !isRepeated;
    }

    boolean isFor(String extract, LocalDate date) {
        return name.extract().equals(extract) && name.date().equals(date);
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
                .with("file", name.name())
                .with("source", "units")
                .with("extract", name.extract())
                .with("who", who)
                .with("delivered_for", name.date())
                .with("sha256", sha256)
                .with("bytes", bytes)
                .with("rows", (long) rows.size())
                .with("accepted", accepted)
                .with("quarantined", quarantined)
                .with("duplicates", duplicates)
                .with("status", status);
    }

    /** What of it went to quarantine. */
    List<Row> quarantineRows() {
        List<Row> quarantine = new ArrayList<>();
        for (ReadRow row : delivers() ? rows : List.<ReadRow>of()) {
            Fault fault = row.fault();
            if (fault != null) {
                quarantine.add(new Row()
                        .with("file", name.name())
                        .with("row_no", row.rowNo())
                        .with("extract", name.extract())
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
