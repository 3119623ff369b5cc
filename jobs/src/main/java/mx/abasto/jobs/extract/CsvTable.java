package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;

/** A CSV file: its first record is the header. */
final class CsvTable implements SentTable {
    private final RecordCounter counter;
    private final CsvRecords records;

    private CsvTable(RecordCounter counter, CsvRecords records) {
        this.counter = counter;
        this.records = records;
    }

    /** A file's content, gzip or not; closing the table closes it. */
    static CsvTable of(InputStream bytes, String fileName, CsvDialect dialect) throws IOException {
        try {
            InputStream plain = StrictGzip.plain(bytes, fileName);
            RecordCounter counter =
                    new RecordCounter(StrictText.open(plain, dialect.charset()), dialect.delimiter(), dialect.quote());
            return new CsvTable(counter, new CsvRecords(counter, dialect.delimiter(), dialect.quote()));
        } catch (IOException failure) {
            bytes.close();
            throw failure;
        }
    }

    @Override
    public HeaderNames header() throws IOException {
        return HeaderNames.first(records);
    }

    @Override
    public Records records(BitSet needed) {
        return records;
    }

    @Override
    public long counted() {
        return counter.records() - 1;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
