package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import mx.abasto.common.sql.StagedRows;
import mx.abasto.jobs.extract.FileReport.AcceptedRow;
import mx.abasto.jobs.extract.FileReport.ColumnUse;
import mx.abasto.jobs.extract.FileReport.RefusedRow;
import org.jspecify.annotations.Nullable;

/** Reads one file as a night would, and tells what it saw. Nothing is written but a temporary folder. */
public final class FileCheck {
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
            try (StagedRows files = new StagedRows(folder.resolve("files.tsv"))) {
                new LookupLanding(settings).land(folder, files);
            }
            ExtractForm form = ExtractForm.of(source, Lookups.read(LookupLanding.folderIn(folder), settings.sources()));
            return report(new LocalFile(file), name, night, form, rowsMax);
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

    private FileReport report(FileBytes bytes, ExtractFileName name, LocalDate night, ExtractForm form, int rowsMax)
            throws IOException {
        List<AcceptedRow> first = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        SortedMap<QuarantineReason, Long> reasons = new TreeMap<>();
        Aliases aliases = Aliases.in(HadoopPlace.at(settings.reference()));
        ReadResult result = new ExtractReader(form).read(bytes, name, night, aliases, new RowSink() {
            @Override
            public void accepted(long rowNo, @Nullable String[] cells) {
                if (first.size() < rowsMax) {
                    List<String> texts = new ArrayList<>();
                    for (String cell : cells) {
                        texts.add(requireNonNullElse(cell, ""));
                    }
                    first.add(new AcceptedRow(rowNo, texts));
                }
            }

            @Override
            public void quarantined(long rowNo, Quarantined row) {
                reasons.merge(row.reason(), 1L, Long::sum);
                if (refused.size() < rowsMax) {
                    refused.add(new RefusedRow(rowNo, row));
                }
            }
        });
        if (result.isRejected()) {
            return new FileReport(
                    List.of(), List.of(), 0, 0, new TreeMap<>(), List.of(), List.of(), result.rejection());
        }
        try (OpenExtract extract = OpenExtract.of(bytes, name, form)) {
            return new FileReport(
                    uses(extract, ColumnMapping.extractOf(name)),
                    extract.ignored(),
                    result.rows(),
                    result.accepted(),
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
            return null;
        }
        return origin instanceof ColumnOrigin.Lookup lookup
                ? "\"%s\", looked up in %s".formatted(header, lookup.file())
                : "\"%s\"".formatted(header);
    }
}
