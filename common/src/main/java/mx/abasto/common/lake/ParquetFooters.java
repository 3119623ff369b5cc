package mx.abasto.common.lake;

import java.io.IOException;
import java.nio.file.Path;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.ColumnType;
import mx.abasto.common.sql.Dataset;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** A dataset's declaration as a Parquet schema, and files held against it. */
public final class ParquetFooters {
    /** Without these, each file opened would load Hadoop's whole configuration. */
    private static final ParquetReadOptions READING =
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build();

    private ParquetFooters() {}

    /**
     * Checks a file's schema against a dataset's declaration.
     *
     * @return how many rows the file has
     * @throws AbastoException if the file does not conform
     */
    public static long conformingRows(Path file, Dataset dataset) {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), READING)) {
            MessageType found = reader.getFileMetaData().getSchema();
            MessageType declared = schemaOf(dataset);
            if (!found.getFields().equals(declared.getFields())) {
                throw AbastoException.failed(
                        "%s does not have the columns that %s is declared with. Found: %s Declared: %s"
                                .formatted(file, dataset.name(), found, declared));
            }
            return reader.getRecordCount();
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof AbastoException refusal) {
                throw refusal;
            }
            throw AbastoException.failed(
                    file + " is not a whole Parquet file: " + failure.getMessage()
                            + ". Delete the work folder and run the same command again.",
                    failure);
        }
    }

    /** The Parquet schema of a dataset: every column optional, as the SQL engine writes it. */
    public static MessageType schemaOf(Dataset dataset) {
        Types.MessageTypeBuilder builder = Types.buildMessage();
        for (Dataset.Column column : dataset.columns()) {
            builder.addField(fieldOf(column.name(), column.type()));
        }
        return builder.named("duckdb_schema");
    }

    private static Type fieldOf(String name, ColumnType type) {
        return switch (type) {
            case STRING -> text(name);
            case BIGINT -> whole(name);
            case INTEGER ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.intType(32, true))
                        .named(name);
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case DATE -> day(name);
            case PRICE ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.decimalType(4, 14))
                        .named(name);
            case PIECES -> decimal(name, 0);
            case MONEY, RATE_4 -> decimal(name, 4);
            case RATE_3 -> decimal(name, 3);
            case RATE_2 -> decimal(name, 2);
            case SCHEDULE -> listOf(name, day("due_on"), whole("quantity"));
            case EVIDENCE -> listOf(name, text("file"), text("sha256"), whole("row_no"));
            case MOVEMENTS ->
                listOf(
                        name,
                        day("posting_date"),
                        day("event_date"),
                        text("kind"),
                        text("document_no"),
                        whole("line_no"),
                        text("lot"),
                        whole("quantity"),
                        text("file"),
                        whole("row_no"));
        };
    }

    private static Type text(String name) {
        return Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    private static Type whole(String name) {
        return Types.optional(PrimitiveTypeName.INT64)
                .as(LogicalTypeAnnotation.intType(64, true))
                .named(name);
    }

    private static Type day(String name) {
        return Types.optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.dateType())
                .named(name);
    }

    private static Type decimal(String name, int scale) {
        return Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                .length(16)
                .as(LogicalTypeAnnotation.decimalType(scale, 38))
                .named(name);
    }

    private static Type listOf(String name, Type... fields) {
        return Types.optionalList()
                .element(Types.optionalGroup().addFields(fields).named("element"))
                .named(name);
    }
}
