package mx.abasto.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.FileNaming;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Source;
import mx.abasto.jobs.extract.FileCheck;
import mx.abasto.jobs.extract.FileReport;
import mx.abasto.jobs.extract.Quarantined;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code profile check}: how a file would be read. Publishes nothing and needs no lake. */
@Command(
        name = "check",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Shows how a file would be read with a profile: where each column comes from, the first rows, the rows that"
                    + " would go to quarantine and why, and the columns that are ignored. Nothing is published."
        },
        footer = {"", "Example:", "  abasto profile check --profile sai --file recepciones_oaxaca_20012025.csv"})
final class ProfileCheckCommand extends AbastoCommand {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            required = true,
            description = "The profile; canonical is the contract's own.")
    private String profileName = "";

    @Option(names = "--file", paramLabel = "FILE", required = true, description = "The file, as its sender sends it.")
    private Path file = Path.of("");

    @Option(
            names = "--extract",
            paramLabel = "NAME",
            description = "What it holds, if its name does not say: ${COMPLETION-CANDIDATES}.")
    private @Nullable Extract extract;

    @Option(
            names = "--date",
            paramLabel = "D",
            converter = Arguments.Day.class,
            description = "The night that it is for, if its name does not say.")
    private @Nullable LocalDate date;

    @Option(names = "--rows", paramLabel = "N", description = "How many rows of each kind to show. Default: 5.")
    private int rowsMax = 5;

    @Option(names = "--width", paramLabel = "CHARS", description = "How wide lines may be. Default: as for show.")
    private @Nullable Integer width;

    @Override
    public Integer call() {
        Settings settings = settings();
        Profile profile = profile(settings);
        if (!Files.isRegularFile(file)) {
            throw AbastoException.unusable("There is no file %s. Name one with --file.".formatted(file));
        }
        ExtractFileName name = name(settings, profile);
        try {
            FileReport report =
                    new FileCheck(settings, sourceOf(settings, profile)).read(file, name, nightOf(name), rowsMax);
            if (report.rejection() != null) {
                throw AbastoException.unusable(
                        "%s cannot be read as %s with the profile %s: %s. A night would reject it (EXT-03)."
                                .formatted(file.getFileName(), label(name), profile.name(), report.rejection()));
            }
            print(report, name, profile);
            return DONE;
        } catch (IOException failure) {
            throw AbastoException.unusable(
                    "The file %s cannot be read: %s. Check that it may be.".formatted(file, failure.getMessage()),
                    failure);
        }
    }

    private Profile profile(Settings settings) {
        return Optional.ofNullable(settings.profiles().get(profileName))
                .orElseThrow(() -> misuse("There is no profile %s; there are %s."
                        .formatted(
                                profileName,
                                settings.profiles().keySet().stream().sorted().collect(Collectors.joining(", ")))));
    }

    /** The first source that has the profile; one of that name if none does. */
    private static Source sourceOf(Settings settings, Profile profile) {
        return settings.sources().stream()
                .filter(source -> source.profile().equals(profile) && !source.isDatabase())
                .findFirst()
                .orElseGet(() -> new Source(
                        profile.name(),
                        "file:///",
                        List.of(),
                        profile,
                        Source.Access.NONE,
                        List.of(),
                        Map.of(),
                        Source.Limits.DEFAULT));
    }

    private ExtractFileName name(Settings settings, Profile profile) {
        String bare = String.valueOf(file.getFileName());
        Optional<ExtractFileName> parsed =
                FileNaming.of(sourceOf(settings, profile)).parse(bare, date).filter(name -> !name.isControl());
        if (extract != null) {
            LocalDate night = parsed.map(ExtractFileName::date).orElse(date);
            if (night == null) {
                throw misuse(
                        "The name %s does not say for which night the file is. Say it with --date.".formatted(bare));
            }
            return new ExtractFileName(
                    bare,
                    Optional.of(extract),
                    parsed.map(ExtractFileName::who).orElse(profile.name()),
                    date == null ? night : date,
                    0);
        }
        return parsed.orElseThrow(() -> misuse(
                "The name %s is none that files of the profile %s have. Say what it is with --extract and --date."
                        .formatted(bare, profile.name())));
    }

    private LocalDate nightOf(ExtractFileName name) {
        return date == null ? name.date() : date;
    }

    private static String label(ExtractFileName name) {
        return name.extract().map(Extract::label).orElse("");
    }

    private void print(FileReport report, ExtractFileName name, Profile profile) {
        PrintWriter out = out();
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
                                        .map(ProfileCheckCommand::oneLine)
                                        .collect(Collectors.joining(", ")));
        out.println();
        printRows(report, name.extract().orElseThrow());
    }

    private void printRows(FileReport report, Extract kind) {
        PrintWriter out = out();
        long refused = report.rows() - report.accepted();
        String why = report.reasons().entrySet().stream()
                .map(reason -> "%,d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining(", "));
        lines("%,d %s: %,d would be accepted, %,d would go to quarantine%s"
                .formatted(
                        report.rows(),
                        report.rows() == 1 ? "row" : "rows",
                        report.accepted(),
                        refused,
                        refused == 0 ? "" : " (" + why + ")"));
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
            report.refused().forEach(row -> lines("row %d: %s".formatted(row.rowNo(), fault(row.row()))));
        }
    }

    private static String fault(Quarantined row) {
        String column = row.column() == null ? "" : " in " + row.column();
        return row.reason() + column + (row.value() == null ? "" : ": \"" + oneLine(row.value()) + "\"");
    }

    private void lines(String text) {
        Wrapped.lines(text, Terminal.width(width, spec())).forEach(out()::println);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String shown(char character) {
        return character == '\t' ? "tab" : String.valueOf(character);
    }
}
