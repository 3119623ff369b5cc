package mx.abasto.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
        for (ExtractFileName name : names(settings, profile)) {
            check(name, settings, profile);
        }
        return DONE;
    }

    private void check(ExtractFileName name, Settings settings, Profile profile) {
        try {
            FileReport report =
                    new FileCheck(settings, sourceOf(settings, profile)).read(file, name, nightOf(name), rowsMax);
            if (report.rejection() != null) {
                throw AbastoException.unusable(
                        "%s cannot be read as %s with the profile %s: %s. A night would reject it (EXT-03)."
                                .formatted(
                                        file.getFileName(),
                                        FileReportText.label(name),
                                        profile.name(),
                                        report.rejection()));
            }
            new FileReportText(out(), Terminal.width(width, spec())).print(report, name, profile);
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
                        Source.Limits.DEFAULT,
                        false));
    }

    /** What the file's name says: a file may be several extracts. */
    private List<ExtractFileName> names(Settings settings, Profile profile) {
        String bare = String.valueOf(file.getFileName());
        List<ExtractFileName> named = FileNaming.of(sourceOf(settings, profile)).parse(bare, date).stream()
                .filter(name -> !name.isControl())
                .toList();
        if (extract == null && !named.isEmpty()) {
            return named;
        }
        Optional<ExtractFileName> parsed = named.stream()
                .filter(name -> name.extract().equals(Optional.ofNullable(extract)))
                .findFirst()
                .or(() -> named.stream().findFirst());
        if (extract != null) {
            LocalDate night = parsed.map(ExtractFileName::date).orElse(date);
            if (night == null) {
                throw misuse("The name %s %s. Say for which night it is with --date, such as --date 2025-01-20."
                        .formatted(
                                bare,
                                FileNaming.of(sourceOf(settings, profile))
                                        .undated(bare)
                                        .orElse("does not say for which night the file is")));
            }
            return List.of(new ExtractFileName(
                    bare,
                    Optional.of(extract),
                    parsed.map(ExtractFileName::who).orElse(profile.name()),
                    date == null ? night : date,
                    0));
        }
        throw misuse(unnamed(bare, settings, profile));
    }

    /** What keeps a name from being read, and how to check the file all the same. */
    private String unnamed(String bare, Settings settings, Profile profile) {
        return FileNaming.of(sourceOf(settings, profile))
                .undated(bare)
                .map(why ->
                        "The name %s %s. Correct the name, or say for which night the file is with --date 2025-01-20 and what it holds with --extract."
                                .formatted(bare, why))
                .orElseGet(() ->
                        "The name %s fits no pattern of the profile %s: %s. Say what it is with --extract and --date."
                                .formatted(bare, profile.name(), patterns(profile)));
    }

    private static String patterns(Profile profile) {
        String own = profile.files().entrySet().stream()
                .map(pattern -> pattern.getValue() + " (" + pattern.getKey().label() + ")")
                .collect(Collectors.joining(", "));
        return (own.isEmpty() ? "" : own + ", or ") + "the contract's, such as receipts_OCIMB000012_20250120.csv";
    }

    private LocalDate nightOf(ExtractFileName name) {
        return date == null ? name.date() : date;
    }
}
