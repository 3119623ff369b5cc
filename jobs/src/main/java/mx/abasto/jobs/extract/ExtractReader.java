package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import mx.abasto.common.model.ExtractFileName;

/**
 * Reads a delivered extract row by row: each row either reads well or is quarantined with its reason (contract
 * section 2). Memory is bounded whatever the file's size, but for one tally per site.
 */
public final class ExtractReader {
    private final ExtractForm form;

    public ExtractReader(ExtractForm form) {
        this.form = requireNonNull(form, "form is null");
    }

    /** Whether records that cannot be split into cells are this extract's, where a file is several. */
    enum UnsplitRecords {
        OWN,
        OF_ANOTHER_EXTRACT
    }

    /**
     * Reads a file to its end, as the one extract that it is. One that cannot be read at all (no header, a required column missing or named twice,
     * broken gzip, zip or Parquet) gives a rejected result, and the caller discards what the sink got.
     *
     * @param bytes as delivered
     * @param name of an extract, not of a control file
     * @param night the business date that is processed: later events are not believed
     * @throws IOException if the bytes cannot be fetched or the sink fails; says nothing about the file
     */
    public ReadResult read(FileBytes bytes, ExtractFileName name, LocalDate night, Aliases aliases, RowSink sink)
            throws IOException {
        return read(bytes, name, night, aliases, UnsplitRecords.OWN, sink);
    }

    /** As above, of a file that may be several extracts. */
    ReadResult read(
            FileBytes bytes,
            ExtractFileName name,
            LocalDate night,
            Aliases aliases,
            UnsplitRecords unsplit,
            RowSink sink)
            throws IOException {
        Tallies tallies = new Tallies();
        long accepted = 0;
        long quarantined = 0;
        long records = 0;
        try (OpenExtract extract = OpenExtract.of(bytes, name, form)) {
            RowJudge judge = new RowJudge(
                    ColumnMapping.extractOf(name), extract.records(), extract.mapping(), night, name.date(), aliases);
            while (extract.records().next()) {
                records++;
                Verdict verdict = judge.judge(records);
                tallies.add(verdict);
                if (verdict instanceof Verdict.Accepted row) {
                    accepted++;
                    sink.accepted(records, row.cells());
                } else if (verdict instanceof Verdict.Refused refused) {
                    quarantined++;
                    sink.quarantined(records, refused.row());
                } else if (verdict instanceof Verdict.Unsplit malformed && unsplit == UnsplitRecords.OWN) {
                    quarantined++;
                    sink.quarantined(records, malformed.row());
                }
            }
            long ofAnother = records - accepted - quarantined;
            return new ReadResult(extract.counted() - ofAnother, accepted, quarantined, tallies.bySite(), null);
        } catch (UnreadableFileException e) {
            return ReadResult.rejected(requireNonNull(e.getMessage(), "message is null"));
        }
    }
}
