package mx.abasto.jobs.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A Parquet file of an extract's columns. Checksums of pages are verified; columns that are dropped are not read. */
final class ParquetTable implements SentTable {
    private static final Set<CompressionCodecName> CODECS = EnumSet.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP,
            CompressionCodecName.ZSTD,
            CompressionCodecName.LZ4_RAW);

    /** Something that Parquet's reader does. */
    interface Work<T extends @Nullable Object> {
        T done() throws IOException;
    }

    private final ParquetFileReader reader;
    private final List<Type> fields;

    private ParquetTable(ParquetFileReader reader) {
        this.reader = reader;
        this.fields = reader.getFileMetaData().getSchema().getFields();
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableFileException if it is damaged
     */
    static ParquetTable open(Path path) throws IOException {
        ParquetReadOptions checking = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification()
                .build();
        return unlessDamaged(() -> new ParquetTable(ParquetFileReader.open(new LocalInputFile(path), checking)));
    }

    /** Whatever Parquet's reader throws is the file's fault, memory for lengths that are nonsense among it. */
    static <T extends @Nullable Object> T unlessDamaged(Work<T> work) throws UnreadableFileException {
        try {
            return work.done();
        } catch (UnreadableFileException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError damage) {
            throw new UnreadableFileException("the Parquet file is damaged");
        }
    }

    @Override
    public HeaderNames header() {
        BitSet typed = new BitSet();
        for (int cell = 0; cell < fields.size(); cell++) {
            typed.set(cell, !ParquetTexts.isText(fields.get(cell)));
        }
        return new HeaderNames(fields.stream().map(Type::getName).toList(), typed);
    }

    @Override
    public Records records(BitSet needed) throws IOException {
        List<Type> projected = new ArrayList<>();
        for (int cell = 0; cell < fields.size(); cell++) {
            if (needed.get(cell)) {
                ParquetTexts.requireReadable(fields.get(cell));
                projected.add(fields.get(cell));
            }
        }
        requireCodecs();
        MessageType projection = new MessageType("needed", projected);
        unlessDamaged(() -> {
            reader.setRequestedSchema(projection);
            return projection;
        });
        return new ParquetRecords(reader, projection, needed, fields.size());
    }

    private void requireCodecs() throws UnreadableFileException {
        for (BlockMetaData block : reader.getRowGroups()) {
            for (ColumnChunkMetaData column : block.getColumns()) {
                if (!CODECS.contains(column.getCodec())) {
                    throw new UnreadableFileException(
                            "the Parquet file is compressed with %s, which is not read; write it with %s"
                                    .formatted(column.getCodec(), CompressionCodecName.ZSTD));
                }
            }
        }
    }

    @Override
    public long counted() {
        return reader.getRecordCount();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
