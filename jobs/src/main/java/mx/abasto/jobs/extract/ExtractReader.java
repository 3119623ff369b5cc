package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;
import mx.abasto.common.model.ExtractFileName;

/**
 * Reads a delivered extract row by row: each row either reads well or is quarantined with its reason (contract
 * section 2). Memory is bounded whatever the file's size, but for one tally per site.
 */
public final class ExtractReader {
    private final CsvDialect dialect;

    public ExtractReader(CsvDialect dialect) {
        this.dialect = requireNonNull(dialect, "dialect is null");
    }

    /**
     * Reads the bytes to their end and closes them. A file that cannot be read at all (no header, a required column
     * missing or named twice, broken gzip) gives a rejected result, and the caller discards what the sink got.
     *
     * @param bytes as delivered, gzip or not
     * @param name of an extract, not of a control file
     * @param night the business date that is processed: later events are not believed
     * @throws IOException if the bytes cannot be fetched or the sink fails; says nothing about the file
     */
    public ReadResult read(InputStream bytes, ExtractFileName name, LocalDate night, Aliases aliases, RowSink sink)
            throws IOException {
        Extract extract = extractOf(name);
        Tallies tallies = new Tallies();
        long accepted = 0;
        long quarantined = 0;
        try (bytes;
                CsvRecords records = CsvRecords.open(bytes, name.name(), dialect)) {
            RowJudge judge = new RowJudge(extract, header(records, extract), night, name.date(), aliases);
            while (records.next()) {
                Verdict verdict = judge.judge(records);
                tallies.add(verdict);
                if (verdict instanceof Verdict.Accepted row) {
                    accepted++;
                    sink.accepted(accepted + quarantined, row.cells());
                } else if (verdict instanceof Verdict.Refused refused) {
                    quarantined++;
                    sink.quarantined(accepted + quarantined, refused.row());
                }
            }
        } catch (UnreadableFileException e) {
            return ReadResult.rejected(requireNonNull(e.getMessage(), "message is null"));
        }
        return new ReadResult(accepted + quarantined, accepted, quarantined, tallies.bySite(), null);
    }

    static Extract extractOf(ExtractFileName name) {
        return name.extract()
                .orElseThrow(() -> new IllegalArgumentException(name.name() + " is a control file, not an extract"));
    }

    static CsvHeader header(CsvRecords records, Extract extract) throws IOException {
        List<ExtractColumn> columns = extract.columns();
        List<String> names = columns.stream().map(ExtractColumn::name).toList();
        List<String> required = columns.stream()
                .filter(ExtractColumn::required)
                .map(ExtractColumn::name)
                .toList();
        return CsvHeader.read(records, names, required);
    }
}
