package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.common.files.Folders;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.ColumnOrigin;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.QuarantineReason;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Source;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.extract.FileReport.AcceptedRow;
import mx.abasto.jobs.extract.FileReport.ColumnUse;
import mx.abasto.jobs.extract.FileReport.RefusedRow;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a night would do with one file, as if none had come before: the night's own steps take it. Nothing is
 * written but a temporary folder.
 */
public final class FileCheck {
    private static final String FIRST_ROWS = """
            select row_no from lines
            union all
            select row_no from counts
            order by row_no
            """;

    private final Settings settings;
    private final Source source;

    /** A check of the files of a source, which need not be among the settings'. */
    public FileCheck(Settings settings, Source source) {
        this.settings = settings.withSources(List.of(source));
        this.source = source;
    }

    /**
     * Reads a file to its end.
     *
     * @param night the business date that would be processed
     * @param rowsMax how many rows of each kind are kept to be shown
     * @throws AbastoException (UNUSABLE) if a lookup file cannot be used
     */
    public FileReport read(Path file, ExtractFileName name, LocalDate night, int rowsMax) throws IOException {
        Path folder = Files.createTempDirectory("abasto-check");
        try {
            TrialNight trial = TrialNight.of(file, name, night, settings, folder);
            FileBytes bytes = new LocalFile(file);
            ExtractForm form = ExtractForm.of(source, trial.lookups());
            try (Session session = trial.results();
                    Statement statement = session.connection().createStatement()) {
                Set<Long> shown = new HashSet<>();
                try (ResultSet rows = statement.executeQuery(FIRST_ROWS + " limit " + rowsMax)) {
                    while (rows.next()) {
                        shown.add(rows.getLong(1));
                    }
                }
                Reading reading = new Reading(shown);
                ReadResult result = new ExtractReader(form)
                        .read(bytes, name, night, Aliases.in(HadoopPlace.at(settings.reference())), reading);
                if (result.isRejected()) {
                    return FileReport.rejected(requireNonNull(result.rejection()));
                }
                try (OpenExtract extract = OpenExtract.of(bytes, name, form)) {
                    return report(statement, extract, ColumnMapping.extractOf(name), reading.first, rowsMax);
                }
            } catch (SQLException failure) {
                throw AbastoException.failed("Cannot read what was accepted: " + failure.getMessage(), failure);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /** A file that lies on this machine as it was sent. */
    private record LocalFile(Path path) implements FileBytes {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** Takes the texts of the rows that are to be shown. */
    private static final class Reading implements RowSink {
        private final Set<Long> shown;
        private final List<AcceptedRow> first = new ArrayList<>();

        Reading(Set<Long> shown) {
            this.shown = shown;
        }

        @Override
        public void accepted(long rowNo, @Nullable String[] cells) {
            if (shown.contains(rowNo)) {
                List<String> texts = new ArrayList<>();
                for (String cell : cells) {
                    texts.add(requireNonNullElse(cell, ""));
                }
                first.add(new AcceptedRow(rowNo, texts));
            }
        }

        @Override
        public void quarantined(long rowNo, Quarantined row) {
            // The night has told which are, those that only the whole file shows among them.
        }
    }

    private FileReport report(
            Statement statement, OpenExtract extract, Extract kind, List<AcceptedRow> first, int rowsMax)
            throws SQLException {
        SortedMap<QuarantineReason, Long> reasons = new TreeMap<>();
        try (ResultSet rows =
                statement.executeQuery("select reason, count(*) from quarantine group by reason order by reason")) {
            while (rows.next()) {
                reasons.put(QuarantineReason.valueOf(rows.getString(1)), rows.getLong(2));
            }
        }
        List<RefusedRow> refused = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select row_no, reason, \"column\", value from quarantine order by row_no limit " + rowsMax)) {
            while (rows.next()) {
                refused.add(new RefusedRow(
                        rows.getLong(1),
                        QuarantineReason.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4)));
            }
        }
        try (ResultSet file = statement.executeQuery("select rows, accepted, duplicates from files")) {
            file.next();
            return new FileReport(
                    uses(extract, kind),
                    extract.ignored(),
                    file.getLong(1),
                    file.getLong(2),
                    file.getLong(3),
                    reasons,
                    first,
                    refused,
                    null);
        }
    }

    private List<ColumnUse> uses(OpenExtract extract, Extract kind) {
        Map<String, ColumnOrigin> origins = source.profile().columnsOf(kind);
        List<ColumnUse> uses = new ArrayList<>();
        for (int column = 0; column < kind.columns().size(); column++) {
            ExtractColumn known = kind.columns().get(column);
            String header = extract.headerOf(column);
            uses.add(new ColumnUse(known.name(), from(origins.get(known.name()), header)));
        }
        return uses;
    }

    private static @Nullable String from(@Nullable ColumnOrigin origin, @Nullable String header) {
        if (origin instanceof ColumnOrigin.Constant constant) {
            return "always \"%s\"".formatted(constant.text());
        }
        if (origin instanceof ColumnOrigin.RowNumber) {
            return "the row's number";
        }
        if (origin instanceof ColumnOrigin.FileNamePart part) {
            return "the file's name: " + part.part();
        }
        if (origin instanceof ColumnOrigin.Expression expression) {
            return "SQL: " + expression.sql();
        }
        if (header == null) {
            return soughtIn(origin)
                    .map("nowhere: the file has no column \"%s\""::formatted)
                    .orElse(null);
        }
        return origin instanceof ColumnOrigin.Lookup lookup
                ? "\"%s\", looked up in %s".formatted(header, lookup.file())
                : "\"%s\"".formatted(header);
    }

    /** The file's column that a profile names. */
    private static Optional<String> soughtIn(@Nullable ColumnOrigin origin) {
        if (origin instanceof ColumnOrigin.Header named) {
            return Optional.of(named.name());
        }
        return origin instanceof ColumnOrigin.Lookup lookup ? Optional.of(lookup.from()) : Optional.empty();
    }
}
