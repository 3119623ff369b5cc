package mx.abasto.jobs.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ParquetFooters;
import mx.abasto.common.model.AbastoException;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Writes the night's discrepancies, row by row, as one Parquet file. A restart begins a new file. */
final class DiscrepancyWriter implements ItemStreamWriter<Discrepancy> {
    private static final MessageType SCHEMA = ParquetFooters.schemaOf(NightlyDatasets.DISCREPANCIES);

    private final Path folder;
    private @Nullable ParquetWriter<Group> writer;

    DiscrepancyWriter(Path folder) {
        this.folder = folder;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            Path dataset = Files.createDirectories(folder.resolve(NightlyDatasets.DISCREPANCIES.name()));
            writer = ExampleParquetWriter.builder(new LocalOutputFile(dataset.resolve("part-0.parquet")))
                    .withConf(new PlainParquetConfiguration())
                    .withType(SCHEMA)
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .build();
        } catch (IOException failure) {
            throw AbastoException.failed("Cannot write the discrepancies: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void write(Chunk<? extends Discrepancy> chunk) throws IOException {
        ParquetWriter<Group> open = writer;
        if (open == null) {
            throw new IllegalStateException("the writer is not open");
        }
        for (Discrepancy discrepancy : chunk) {
            open.write(DiscrepancyRow.of(discrepancy, SCHEMA));
        }
    }

    @Override
    public void close() {
        ParquetWriter<Group> open = writer;
        writer = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException failure) {
                throw AbastoException.failed("Cannot finish the discrepancies: " + failure.getMessage(), failure);
            }
        }
    }
}
