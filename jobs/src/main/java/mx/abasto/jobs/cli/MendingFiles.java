package mx.abasto.jobs.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.files.CsvLine;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.ColumnOrigin;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of quarantine as files in the sender's own columns and form, one for each file × extract that was sent. What was wrong
 * stands in further columns, which are dropped at the door when the file is delivered again.
 */
final class MendingFiles implements RowOutput {
    private static final List<String> WHAT_IS_WRONG =
            List.of("abasto_row_no", "abasto_reason", "abasto_column", "abasto_value");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Map<String, Source> sources = new HashMap<>();
    private final Path folder;
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> writtenNames = new HashSet<>();

    private List<String> names = List.of();
    private @Nullable String begun;
    private @Nullable Writer writer;
    private CsvLine form = CsvLine.CANONICAL;
    private Map<String, String> contractBySent = Map.of();
    private long rows;
    private int written;

    MendingFiles(Settings settings, Path folder) {
        settings.sources().forEach(source -> sources.put(source.name(), source));
        this.folder = folder;
    }

    @Override
    public void header(List<String> columns) {
        names = List.copyOf(columns);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int column = 0; column < names.size(); column++) {
            row.put(names.get(column), cells.get(column));
        }
        try {
            String name = String.valueOf(row.get("file"));
            String asExtract = row.get("extract") + ":" + name;
            if (!asExtract.equals(begun)) {
                begin(name, row);
                begun = asExtract;
            }
            write(row);
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "Cannot write into %s: %s. Make room there, or name another folder with --export."
                            .formatted(folder, failure.getMessage()),
                    failure);
        }
    }

    private void begin(String name, Map<String, @Nullable Object> row) throws IOException {
        close();
        Extract extract = Extract.labelled(String.valueOf(row.get("extract"))).orElseThrow();
        Source source = sources.get(String.valueOf(row.get("source")));
        if (source == null) {
            remarks.add("The source %s of %s is configured no more: its rows are written in the contract's own columns."
                    .formatted(row.get("source"), name));
        }
        Profile profile = source == null ? Profile.CANONICAL : source.profile();
        // What a database gives is CSV of the contract's own form, whatever the columns.
        boolean isOwnForm = source == null || source.isDatabase();
        form = isOwnForm ? CsvLine.CANONICAL : new CsvLine(profile.delimiter(), profile.quote());
        Charset charset = isOwnForm ? StandardCharsets.UTF_8 : profile.charset();
        contractBySent = sentColumns(extract, profile, name);
        MendedName mended = MendedName.of(name, source);
        if (!mended.isRecognised()) {
            remarks.add("%s: give it a name that the files of %s have, before it is delivered."
                    .formatted(mended.name(), profile.name()));
        }
        Files.createDirectories(folder);
        Writer opened = Files.newBufferedWriter(folder.resolve(unused(mended.name(), extract)), charset);
        writer = opened;
        written++;
        List<@Nullable String> header = new ArrayList<>(contractBySent.keySet());
        header.addAll(WHAT_IS_WRONG);
        opened.write(form.of(header));
    }

    /** A file that is several extracts has other columns in each, so that each has a file of its own. */
    private String unused(String name, Extract extract) {
        if (writtenNames.add(name)) {
            return name;
        }
        String other = extract.label() + "-" + name;
        writtenNames.add(other);
        remarks.add(
                "%s: %s has the rows of another extract of the same file. Put both into one file before it is delivered."
                        .formatted(other, name));
        return other;
    }

    /** The columns that the sender has to fill, by its own names, each with the first contract column that it feeds. */
    private Map<String, String> sentColumns(Extract extract, Profile profile, String name) {
        Map<String, String> columns = new LinkedHashMap<>();
        Set<String> computed = new LinkedHashSet<>();
        for (ExtractColumn column : extract.columns()) {
            ColumnOrigin origin = profile.columnsOf(extract).get(column.name());
            if (origin == null) {
                columns.putIfAbsent(column.name(), column.name());
            } else if (origin instanceof ColumnOrigin.Header header) {
                columns.putIfAbsent(header.name(), column.name());
            } else if (origin instanceof ColumnOrigin.Lookup lookup) {
                columns.putIfAbsent(lookup.from(), column.name());
            } else if (origin instanceof ColumnOrigin.Expression) {
                computed.add(column.name());
            }
        }
        if (!computed.isEmpty()) {
            remarks.add("%s: %s was computed from columns that were not kept; fill them in by hand."
                    .formatted(name, String.join(", ", computed)));
        }
        return columns;
    }

    private void write(Map<String, @Nullable Object> row) throws IOException {
        Writer to = writer;
        if (to == null) {
            throw new IllegalStateException("no file is open");
        }
        Object raw = row.get("raw");
        Map<String, String> sent = raw == null ? Map.of() : JSON.readValue(raw.toString(), TEXTS);
        List<@Nullable String> cells = new ArrayList<>();
        contractBySent.values().forEach(column -> cells.add(sent.get(column)));
        for (String column : List.of("row_no", "reason", "column", "value")) {
            Object value = row.get(column);
            cells.add(value == null ? null : value.toString());
        }
        to.write(form.of(cells));
        rows++;
    }

    @Override
    public void end() {
        try {
            close();
        } catch (IOException failure) {
            throw AbastoException.failed("Cannot write into %s: %s.".formatted(folder, failure.getMessage()), failure);
        }
        remarks.add(
                written == 0
                        ? "No row in quarantine passes the filters; nothing was written."
                        : "Wrote %,d %s into %,d %s of %s. Mend them, leave out what is right already, and deliver them as any file."
                                .formatted(
                                        rows,
                                        rows == 1 ? "row" : "rows",
                                        written,
                                        written == 1 ? "file" : "files",
                                        folder));
    }

    /** What the person who asked should know. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
