package mx.abasto.jobs.extract;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import mx.abasto.common.model.TextCut;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** The records of a Parquet file as texts; null and empty are the same. */
final class ParquetRecords implements Records {
    private static final int NONE = -1;

    private final ParquetFileReader reader;
    private final MessageType projection;
    private final MessageColumnIO columns;
    private final int[] fieldOfCell;
    private final String[] texts;

    private @Nullable RecordReader<Group> group;
    private int rowGroup;
    private long leftInGroup;
    private boolean isTooLong;
    private boolean mayHaveBadText;

    /**
     * Reads the needed cells of each record.
     *
     * @param projection the fields of the needed cells
     * @param width how many cells a record has
     */
    ParquetRecords(ParquetFileReader reader, MessageType projection, BitSet needed, int width) {
        this.reader = reader;
        this.projection = projection;
        this.columns = new ColumnIOFactory()
                .getColumnIO(projection, reader.getFileMetaData().getSchema());
        this.fieldOfCell = new int[width];
        this.texts = new String[width];
        Arrays.fill(texts, "");
        int field = 0;
        for (int cell = 0; cell < width; cell++) {
            fieldOfCell[cell] = needed.get(cell) ? field++ : NONE;
        }
    }

    @Override
    public boolean next() throws IOException {
        return ParquetTable.unlessDamaged(this::read);
    }

    private boolean read() throws IOException {
        while (leftInGroup == 0) {
            passEmptyRowGroups();
            PageReadStore pages = reader.readNextRowGroup();
            if (pages == null) {
                return false;
            }
            rowGroup++;
            leftInGroup = pages.getRowCount();
            group = projection.getFieldCount() == 0
                    ? null
                    : columns.getRecordReader(pages, new GroupRecordConverter(projection));
        }
        leftInGroup--;
        isTooLong = false;
        mayHaveBadText = false;
        if (group != null) {
            take(group.read());
        }
        return true;
    }

    /** A table without rows may be written as a row group without rows, which Parquet's reader takes for damage. */
    private void passEmptyRowGroups() {
        while (rowGroup < reader.getRowGroups().size()
                && reader.getRowGroups().get(rowGroup).getRowCount() == 0) {
            reader.skipNextRowGroup();
            rowGroup++;
        }
    }

    private void take(Group record) {
        int chars = 0;
        for (int cell = 0; cell < texts.length; cell++) {
            if (fieldOfCell[cell] != NONE) {
                String text = ParquetTexts.of(record, fieldOfCell[cell]);
                isTooLong = isTooLong || text.length() > CharWindow.RECORD_CHARS_MAX - chars;
                texts[cell] = TextCut.first(text, CharWindow.RECORD_CHARS_MAX - chars);
                chars += texts[cell].length();
                mayHaveBadText = mayHaveBadText || StrictText.isBad(texts[cell]);
            }
        }
    }

    @Override
    public int size() {
        return texts.length;
    }

    @Override
    public String cell(int index) {
        return texts[index];
    }

    @Override
    public @Nullable String trimmed(int index) {
        String text = Blanks.trimmed(texts[index]);
        return text.isEmpty() ? null : text;
    }

    @Override
    public boolean isUnclosed() {
        return false;
    }

    @Override
    public int unclosedCell() {
        return NONE;
    }

    @Override
    public boolean isTooLong() {
        return isTooLong;
    }

    @Override
    public boolean mayHaveBadText() {
        return mayHaveBadText;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
