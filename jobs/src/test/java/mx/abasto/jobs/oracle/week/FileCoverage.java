package mx.abasto.jobs.oracle.week;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.Table;

/**
 * Which sites a file covers (contract section 2): the one that it is named by; else those that it has rows for and those
 * that a control file names for it. The networks configure no sites for their source.
 */
final class FileCoverage {

    /** A control row that names a site, on the night it came. */
    private record Named(LocalDate night, String file, String clues) {}

    private static final String CLUES = "[A-Z]{5}[0-9]{6}";

    private final List<Named> controls;

    private FileCoverage(List<Named> controls) {
        this.controls = controls;
    }

    static FileCoverage withoutControls() {
        return new FileCoverage(List.of());
    }

    /** @param extracts holds one folder yyyy-MM-dd a night */
    static FileCoverage read(Path extracts, WeekReference reference) throws IOException {
        List<Named> controls = new ArrayList<>();
        try (Stream<Path> files = Files.walk(extracts, 2)) {
            for (Path file : files.filter(f -> String.valueOf(f.getFileName()).startsWith("control_"))
                    .sorted()
                    .toList()) {
                LocalDate night =
                        LocalDate.parse(extracts.relativize(file).getName(0).toString());
                for (Map<String, String> row : Table.read(file).rows()) {
                    String clues = reference.replaced(row.getOrDefault("clues", ""));
                    controls.add(new Named(night, row.getOrDefault("file", ""), clues));
                }
            }
        }
        return new FileCoverage(controls);
    }

    /** Of a file that a night took. */
    Set<String> sites(Night night, Fact file) {
        if (file.name("who").matches(CLUES)) {
            return Set.of(file.name("who"));
        }
        String name = file.name("file");
        Set<String> sites = new TreeSet<>();
        Stream.concat(night.rows("file_totals").stream(), night.rows("quarantine").stream())
                .filter(row -> row.is("file", name) && row.text("clues") != null)
                .forEach(row -> sites.add(row.name("clues")));
        controls.stream()
                .filter(said -> said.file().equals(name.substring(name.lastIndexOf('/') + 1)))
                .filter(said ->
                        !said.night().isAfter(night.date()) && !said.clues().isEmpty())
                .forEach(said -> sites.add(said.clues()));
        return sites;
    }

    /**
     * Whether a site's whole stock is known on a night: it delivered {@code stock}, and no row of its own in a file for
     * that night was quarantined, nor one without a readable CLUES in a file that covers it.
     */
    boolean isWholeStockKnown(Night night, String clues) {
        return night.reports(clues)
                && night.rows("files").stream()
                        .filter(file -> file.is("extract", "stock")
                                && file.date("delivered_for").equals(night.date()))
                        .noneMatch(file -> hidesStock(night, file, clues));
    }

    private boolean hidesStock(Night night, Fact file, String clues) {
        List<Fact> bad = night.rows("quarantine").stream()
                .filter(row -> row.is("file", file.name("file")) && row.is("extract", "stock"))
                .toList();
        return bad.stream().anyMatch(row -> row.is("clues", clues))
                || (bad.stream().anyMatch(row -> row.text("clues") == null)
                        && sites(night, file).contains(clues));
    }
}
