package mx.abasto.jobs.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.sql.ColumnType;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;
import mx.abasto.jobs.extract.ExtractReader.UnsplitRecords;
import mx.abasto.jobs.extract.LandedFiles.LandedFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files of the night, on one thread, to be loaded into the engine: tables {@code read_<extract>}, {@code quarantine_read}, {@code file_reads},
 * {@code file_sites}, {@code control_rows} and {@code control_names}, each row with the number of its file.
 */
final class AcceptedRows implements AutoCloseable {
    private static final Dataset QUARANTINE_READ = Dataset.named("quarantine_read")
            .with(ColumnType.BIGINT, "taken", "row_no")
            .with(ColumnType.STRING, "clues", "clave", "lot", "reason", "column", "value", "raw")
            .sortedBy("taken", "row_no");
    private static final Dataset FILE_READS = Dataset.named("file_reads")
            .with(ColumnType.BIGINT, "taken", "rows", "rows_read")
            .with(ColumnType.STRING, "rejected")
            .sortedBy("taken");
    private static final Dataset FILE_SITES = Dataset.named("file_sites")
            .with(ColumnType.BIGINT, "taken")
            .with(ColumnType.STRING, "clues")
            .with(ColumnType.BIGINT, "rows")
            .with(ColumnType.STRING, "quantity")
            .sortedBy("taken", "clues");
    private static final Dataset CONTROL_ROWS = Dataset.named("control_rows")
            .with(ColumnType.BIGINT, "taken", "row_no")
            .with(ColumnType.STRING, "file", "who", "clues")
            .with(ColumnType.BIGINT, "rows", "quantity")
            .with(ColumnType.STRING, "sha256")
            .sortedBy("taken", "row_no");
    private static final Dataset CONTROL_NAMES = Dataset.named("control_names")
            .with(ColumnType.BIGINT, "taken", "row_no")
            .with(ColumnType.STRING, "extract", "who")
            .with(ColumnType.DATE, "delivered_for")
            .sortedBy("taken", "row_no", "extract");

    private static final Logger LOG = LoggerFactory.getLogger(AcceptedRows.class);

    private final Path folder;
    private final LocalDate night;
    private final Aliases aliases;
    private final SourceForms forms;
    private final Map<Extract, StagedRows> accepted = new EnumMap<>(Extract.class);
    private final StagedRows quarantined;
    private final StagedRows reads;
    private final StagedRows sites;
    private final StagedRows controls;
    private final StagedRows controlNames;

    AcceptedRows(Path folder, LocalDate night, Aliases aliases, SourceForms forms) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.night = night;
        this.aliases = aliases;
        this.forms = forms;
        for (Extract extract : Extract.values()) {
            accepted.put(extract, staged(shapeOf(extract)));
        }
        this.quarantined = staged(QUARANTINE_READ);
        this.reads = staged(FILE_READS);
        this.sites = staged(FILE_SITES);
        this.controls = staged(CONTROL_ROWS);
        this.controlNames = staged(CONTROL_NAMES);
    }

    private StagedRows staged(Dataset shape) throws IOException {
        return new StagedRows(fileOf(shape));
    }

    /**
     * Reads one file as each extract that it is. A record that cannot be split into cells is the first one's that can be
     * read (contract section 3).
     */
    void read(List<LandedFile> extracts) throws IOException {
        UnsplitRecords unsplit = UnsplitRecords.OWN;
        for (LandedFile extract : extracts) {
            if (!read(extract, unsplit).isRejected()) {
                unsplit = UnsplitRecords.OF_ANOTHER_EXTRACT;
            }
        }
    }

    private ReadResult read(LandedFile file, UnsplitRecords unsplit) throws IOException {
        String taken = Long.toString(file.taken());
        StagedRows rows = accepted.get(file.name().extract().orElseThrow());
        if (rows == null) {
            throw new IllegalStateException("no rows are kept for " + file.name());
        }
        ReadResult result = new ExtractReader(forms.of(file.source()))
                .read(file, file.name(), night, aliases, unsplit, new RowSink() {
                    @Override
                    public void accepted(long rowNo, @Nullable String[] cells) throws IOException {
                        rows.writeNumbered(taken, rowNo, cells);
                    }

                    @Override
                    public void quarantined(long rowNo, Quarantined row) throws IOException {
                        quarantined.write(
                                taken,
                                Long.toString(rowNo),
                                row.clues(),
                                row.clave(),
                                row.lot(),
                                row.reason().name(),
                                row.column(),
                                row.value(),
                                row.raw());
                    }
                });
        reads.write(
                taken,
                Long.toString(result.rows()),
                Long.toString(result.accepted() + result.quarantined()),
                result.rejection());
        for (Map.Entry<String, Tally> site : result.tallies().entrySet()) {
            Tally tally = site.getValue();
            sites.write(
                    taken,
                    site.getKey(),
                    Long.toString(tally.rows()),
                    tally.quantity().toString());
        }
        return result;
    }

    /** Reads what a sender says it sent. A control row that cannot be read checks nothing, and is logged. */
    void readControl(LandedFile file) throws IOException {
        ControlFile control = ControlFile.read(file.open(), file.name(), aliases);
        control.problems().forEach(problem -> LOG.warn("{} What it says is not checked.", problem));
        for (ControlFile.Row row : control.rows()) {
            List<ExtractFileName> names =
                    forms.naming(file.source()).parse(row.file(), file.name().date());
            controls.write(
                    Long.toString(file.taken()),
                    Long.toString(row.rowNo()),
                    row.file(),
                    names.isEmpty() ? null : names.get(0).who(),
                    row.clues(),
                    text(row.rows()),
                    text(row.quantity()),
                    row.sha256());
            for (ExtractFileName name : names) {
                controlNames.write(
                        Long.toString(file.taken()),
                        Long.toString(row.rowNo()),
                        name.extract().map(Extract::label).orElse(null),
                        name.who(),
                        name.date().toString());
            }
        }
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }

    /** Loads all that several read, once they are closed; what a file gave that turned out unreadable is left out. */
    static void load(List<AcceptedRows> all, Session session) {
        for (Dataset shape : List.of(FILE_READS, FILE_SITES, CONTROL_ROWS, CONTROL_NAMES, QUARANTINE_READ)) {
            load(all, shape, session);
        }
        leaveOutRejected(session, QUARANTINE_READ.name());
        for (Extract extract : Extract.values()) {
            load(all, shapeOf(extract), session);
            leaveOutRejected(session, shapeOf(extract).name());
        }
    }

    private static void load(List<AcceptedRows> all, Dataset shape, Session session) {
        session.load(
                shape.name(),
                shape,
                all.stream().map(rows -> rows.fileOf(shape)).toList());
    }

    private Path fileOf(Dataset shape) {
        return folder.resolve(shape.name() + ".tsv");
    }

    private static void leaveOutRejected(Session session, String table) {
        session.run(
                table,
                "delete from %s where taken in (select taken from file_reads where rejected is not null)"
                        .formatted(table));
    }

    private static Dataset shapeOf(Extract extract) {
        Dataset.Builder shape = Dataset.named("read_" + extract.label()).with(ColumnType.BIGINT, "taken", "row_no");
        for (ExtractColumn column : extract.columns()) {
            shape.with(typeOf(column), column.name());
        }
        return shape.sortedBy("taken", "row_no");
    }

    private static ColumnType typeOf(ExtractColumn column) {
        return switch (column.type()) {
            case TEXT, LOT, CLUES, CLAVE, SOURCE, REASON -> ColumnType.STRING;
            case DATE -> ColumnType.DATE;
            case INTEGER -> ColumnType.BIGINT;
            case FLAG -> ColumnType.BOOLEAN;
        };
    }

    @Override
    public void close() throws IOException {
        for (StagedRows rows : accepted.values()) {
            rows.close();
        }
        quarantined.close();
        reads.close();
        sites.close();
        controls.close();
        controlNames.close();
    }
}
