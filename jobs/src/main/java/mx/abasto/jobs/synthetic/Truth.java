package mx.abasto.jobs.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import mx.abasto.jobs.synthetic.Finding.Identity;
import org.jspecify.annotations.Nullable;

/** What must be found, row by row as {@code truth.csv} lists it. */
final class Truth {

    static final String HEADER = "fault,rule,clues,counterpart_clues,clave,lot,document_no,expected_quantity,"
            + "actual_quantity,first_listed_on,last_listed_on,resolved_on,planted,story";

    /** A discrepancy whose numbers are known. */
    record Row(
            Finding finding,
            @Nullable Long expected,
            @Nullable Long actual,
            String firstOn,
            String lastOn,
            String resolvedOn) {}

    private final Nights nights;
    private final List<Finding> open = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int faults;

    Truth(Nights nights) {
        this.nights = nights;
    }

    String nextFault() {
        return "F-%03d".formatted(++faults);
    }

    void add(Finding finding) {
        open.add(finding);
    }

    /** Reads the numbers of what is listed for the first time tonight. */
    void close(int night) {
        for (Finding finding : open) {
            if (finding.first() == night) {
                rows.add(row(finding));
            }
        }
        open.removeIf(finding -> finding.first() == night);
    }

    private Row row(Finding finding) {
        boolean resolved = !finding.identity().isEvent() && finding.last() < nights.last();
        return new Row(
                finding,
                number(finding.expected()),
                number(finding.actual()),
                nights.date(finding.first()).toString(),
                nights.date(finding.last()).toString(),
                resolved ? nights.date(finding.last() + 1).toString() : "");
    }

    private static @Nullable Long number(@Nullable LongSupplier supplier) {
        return supplier == null ? null : supplier.getAsLong();
    }

    int faults() {
        return faults;
    }

    /** By fault, the planted discrepancy before what follows from it. */
    List<Row> rows() {
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.finding().fault())
                        .thenComparing(row -> !row.finding().planted()))
                .toList();
    }

    void write(Path file) {
        Table table = new Table(HEADER);
        for (Row row : rows()) {
            Finding finding = row.finding();
            Identity identity = finding.identity();
            table.add(
                    finding.fault(),
                    identity.rule(),
                    identity.clues(),
                    identity.counterpart(),
                    identity.clave(),
                    identity.lot(),
                    identity.document(),
                    row.expected(),
                    row.actual(),
                    row.firstOn(),
                    row.lastOn(),
                    row.resolvedOn(),
                    finding.planted(),
                    finding.story());
        }
        table.write(file);
    }
}
