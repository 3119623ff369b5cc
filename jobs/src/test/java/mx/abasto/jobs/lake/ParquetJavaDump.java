package mx.abasto.jobs.lake;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads a Parquet file with parquet-java. */
final class ParquetJavaDump {
    private ParquetJavaDump() {}

    static Dump of(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            List<List<String>> columns = schema.getFields().stream()
                    .map(field -> List.of(field.getName(), typeOf(field)))
                    .toList();
            List<List<Object>> rows = new ArrayList<>();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long row = 0; row < pages.getRowCount(); row++) {
                    rows.add(DuckDbDump.cells(cells(records.read())));
                }
            }
            return new Dump(columns, rows);
        }
    }

    private static String typeOf(Type type) {
        if (type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
            return typeOf(elementOf(type)) + "[]";
        }
        if (!type.isPrimitive()) {
            return type.asGroupType().getFields().stream()
                    .map(field -> field.getName() + " " + typeOf(field))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            return "DECIMAL(%d,%d)".formatted(decimal.getPrecision(), decimal.getScale());
        }
        String annotation = String.valueOf(type.getLogicalTypeAnnotation());
        PrimitiveTypeName primitive = type.asPrimitiveType().getPrimitiveTypeName();
        return switch (primitive + " " + annotation) {
            case "BINARY STRING" -> "VARCHAR";
            case "INT64 INTEGER(64,true)" -> "BIGINT";
            case "INT32 INTEGER(32,true)" -> "INTEGER";
            case "INT32 DATE" -> "DATE";
            case "BOOLEAN null" -> "BOOLEAN";
            default -> "unexpected " + primitive + " " + annotation;
        };
    }

    private static Type elementOf(Type list) {
        return list.asGroupType().getType(0).asGroupType().getType(0);
    }

    private static List<@Nullable Object> cells(Group row) {
        GroupType type = row.getType();
        List<@Nullable Object> cells = new ArrayList<>();
        for (int field = 0; field < type.getFieldCount(); field++) {
            cells.add(row.getFieldRepetitionCount(field) == 0 ? null : written(row, field, type.getType(field)));
        }
        return cells;
    }

    private static Object written(Group row, int field, Type type) {
        if (!type.isPrimitive()) {
            Group list = row.getGroup(field, 0);
            List<Object> items = new ArrayList<>();
            for (int item = 0; item < list.getFieldRepetitionCount(0); item++) {
                items.add(cells(list.getGroup(0, item).getGroup(0, 0)));
            }
            return items;
        }
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            BigInteger unscaled = type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64
                    ? BigInteger.valueOf(row.getLong(field, 0))
                    : new BigInteger(row.getBinary(field, 0).getBytes());
            return new BigDecimal(unscaled, decimal.getScale()).toPlainString();
        }
        if (type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(row.getInteger(field, 0)).toString();
        }
        return row.getValueToString(field, 0);
    }
}
