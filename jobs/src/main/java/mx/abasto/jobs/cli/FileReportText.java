package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.QuarantineReason;
import mx.abasto.jobs.extract.FileReport;

/** How a file would be read, in words, no line longer than the width. */
final class FileReportText {
    private final PrintWriter out;
    private final int width;

    FileReportText(PrintWriter out, int width) {
        this.out = out;
        this.width = width;
    }

    /** What a file holds. */
    static String label(ExtractFileName name) {
        return name.extract().map(Extract::label).orElse("");
    }

    /** Prints all that was seen. */
    void print(FileReport report, ExtractFileName name, Profile profile) {
        lines("%s: %s of %s for %s, with the profile %s (%s, delimiter %s, quote %s)"
                .formatted(
                        name.name(),
                        label(name),
                        name.who(),
                        name.date(),
                        profile.name(),
                        profile.charset().name(),
                        shown(profile.delimiter()),
                        shown(profile.quote())));
        out.println();
        out.println("Column of the contract   comes from");
        for (FileReport.ColumnUse use : report.columns()) {
            String from = use.from() == null ? "nowhere: it is empty" : oneLine(use.from());
            out.printf("  %-22s %s%n", use.column(), from);
        }
        out.println();
        lines(
                report.ignored().isEmpty()
                        ? "Every column of the file is used."
                        : "Ignored, and stored nowhere: "
                                + report.ignored().stream()
                                        .map(FileReportText::oneLine)
                                        .collect(Collectors.joining(", ")));
        out.println();
        printRows(report, name.extract().orElseThrow());
    }

    private void printRows(FileReport report, Extract kind) {
        long refused =
                report.reasons().values().stream().mapToLong(Long::longValue).sum();
        String why = report.reasons().entrySet().stream()
                .map(reason -> "%,d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining(", "));
        String again = Counted.of(report.duplicates(), "would be a duplicate", "would be duplicates");
        lines("%s: %,d would be accepted, %,d would go to quarantine%s%s"
                .formatted(
                        Counted.of(report.rows(), "row"),
                        report.accepted(),
                        refused,
                        refused == 0 ? "" : " (" + why + ")",
                        report.duplicates() == 0 ? "" : ", " + again));
        for (FileReport.AcceptedRow row : report.first()) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.cells().size(); column++) {
                if (!row.cells().get(column).isEmpty()) {
                    cells.add(kind.columns().get(column).name() + " "
                            + row.cells().get(column));
                }
            }
            lines("row %d: %s".formatted(row.rowNo(), String.join(", ", cells)));
        }
        if (!report.refused().isEmpty()) {
            out.println();
            out.println("To quarantine:");
            report.refused().forEach(row -> lines("row %d: %s".formatted(row.rowNo(), fault(row))));
        }
    }

    private static String fault(FileReport.RefusedRow row) {
        if (row.reason() == QuarantineReason.KEY_CONFLICT) {
            return row.reason() + ": another row of the file has the same key";
        }
        String column = row.column() == null ? "" : " in " + row.column();
        return row.reason() + column + (row.value() == null ? "" : ": \"" + oneLine(row.value()) + "\"");
    }

    private void lines(String text) {
        Wrapped.lines(text, width).forEach(out::println);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String shown(char character) {
        return character == '\t' ? "tab" : String.valueOf(character);
    }
}
