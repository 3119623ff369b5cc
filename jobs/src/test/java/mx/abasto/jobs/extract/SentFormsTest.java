package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extracts as zip and as Parquet (contract section 2, files). */
class SentFormsTest {
    private static final String STOCK = "clues,counted_on,clave,lot,expires_on,quantity\n";
    private static final String GOOD = "BCIMB000010,2025-01-15,010.000.0022.00,L1,2026-12-31,5\n";
    private static final String COLUMNS =
            "'BCIMB000010' as clues, date '2025-01-15' as counted_on, '010.000.0022.00' as clave";

    private static final int MAGIC_BYTES = 4;
    private static final MessageType STOCK_FIELDS = MessageTypeParser.parseMessageType("""
            message stock {
                required binary clues (UTF8);
                required int32 counted_on (DATE);
                required binary clave (UTF8);
                required int64 quantity;
            }
            """);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < namesAndTexts.length; index += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[index]));
                zip.write(namesAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private byte[] parquet(String select, String options) throws IOException {
        Path file = folder.resolve("made.parquet");
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("copy (%s) to '%s' (format parquet%s)".formatted(select, file, options));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
        return Files.readAllBytes(file);
    }

    private static Delivery zipped(byte[] bytes) throws IOException {
        return Delivery.named("stock_x_20250115.zip", bytes);
    }

    private static Delivery parquet(byte[] bytes) throws IOException {
        return Delivery.named("stock_x_20250115.parquet", bytes);
    }

    @Test
    void theOneFileOfAZipIsRead() throws IOException {
        assertThat(zipped(zip("stock.csv", STOCK + GOOD)).accepted).hasSize(1);
        assertThat(zipped(zip("dir/", "", "dir/.DS_Store", "x", "__MACOSX/dir/._s.csv", "x", "dir/s.csv", STOCK + GOOD))
                        .accepted)
                .hasSize(1);
        assertThat(Delivery.named("stock_x_20250115.csv", zip("stock.csv", STOCK + GOOD)).accepted)
                .hasSize(1);
    }

    @Test
    void aZipOfNoneOrSeveralFilesIsRejected() throws IOException {
        assertThat(zipped(zip("dir/", "")).result.rejection()).isEqualTo("the zip file holds no file");
        assertThat(zipped(zip()).result.rejection()).isEqualTo("the zip file holds no file");
        assertThat(zipped(zip("a.csv", STOCK, "b.csv", STOCK)).result.rejection())
                .isEqualTo("the zip file holds 2 files; it must hold one");
    }

    @Test
    void whatIsOnlyNamedSoIsRejected() throws IOException {
        assertThat(zipped((STOCK + GOOD).getBytes(StandardCharsets.UTF_8))
                        .result
                        .rejection())
                .isEqualTo("it is named .zip, but does not begin as such a file does");
        assertThat(parquet(new byte[0]).result.rejection())
                .isEqualTo("it is named .parquet, but does not begin as such a file does");
    }

    @Test
    void aDamagedOrEncryptedZipIsRejected() throws IOException {
        byte[] whole = zip("stock.csv", STOCK + GOOD.repeat(2_000));
        assertThat(zipped(Arrays.copyOf(whole, whole.length / 2)).result.rejection())
                .isEqualTo("the zip file is damaged");
        byte[] encrypted = whole.clone();
        encrypted[6] |= 1;
        int directory = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        encrypted[directory + 8] |= 1;
        assertThat(zipped(encrypted).result.rejection()).isEqualTo("the zip file is encrypted");
        byte[] otherChecksum = whole.clone();
        otherChecksum[directory + 16] ^= 1;
        assertThat(zipped(otherChecksum).result.rejection()).isEqualTo("the zip file is damaged: its checksum differs");
    }

    @Test
    void aZipThatInflatesHugelyTakesLittleMemory() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("stock.csv"));
            zip.write(STOCK.getBytes(StandardCharsets.UTF_8));
            repeat(zip, new byte[1 << 20], 100);
        }

        Delivery delivery = zipped(bytes.toByteArray());

        assertThat(delivery.result.rows()).isEqualTo(1);
        assertThat(delivery.quarantined.get(0).row().raw().length()).isLessThan(8 << 20);
    }

    private static void repeat(OutputStream to, byte[] bytes, int times) throws IOException {
        for (int time = 0; time < times; time++) {
            to.write(bytes);
        }
    }

    @Test
    void aBrokenZipIsReadOrRejectedButNeverAnException() throws IOException {
        byte[] whole = zip("stock.csv", STOCK + GOOD.repeat(30));
        assertNeverAnException(whole, "stock_x_20250115.zip", 4_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "snappy", "gzip", "uncompressed", "lz4_raw"})
    void aParquetFileOfTheSameColumnsIsRead(String compression) throws IOException {
        Delivery delivery = parquet(parquet(
                "select " + COLUMNS
                        + ", 'L' || range as lot, null::date as expires_on, range::integer as quantity, 'Peña' as patient"
                        + " from range(3000)",
                ", compression " + compression));

        assertThat(delivery.result.rejection()).isNull();
        assertThat(delivery.accepted).hasSize(3_000);
        assertThat(delivery.accepted.get(2_999))
                .isEqualTo(new Delivery.Row(
                        3_000, Arrays.asList("BCIMB000010", "2025-01-15", "010.000.0022.00", "L2999", null, "2999")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "12::tinyint | 12",
                "12::bigint | 12",
                "12::ubigint | 12",
                "12.00::decimal(9,2) | 12",
                "1200::decimal(18,3) | 1200",
                "12::decimal(38,4) | 12",
                "12::double | 12",
                "12::float | 12",
                "'0012' | 12",
                "' 12 ' | 12",
                "12.5::decimal(9,2) | BAD_NUMBER quantity 12.5",
                "1.25::double | BAD_NUMBER quantity 1.25",
                "'nan'::double | BAD_NUMBER quantity NaN",
                "1e20::double | OUT_OF_RANGE quantity 100000000000000000000",
                "18446744073709551615::ubigint | OUT_OF_RANGE quantity 18446744073709551615",
                "'12.0' | BAD_NUMBER quantity 12.0",
                "true | BAD_NUMBER quantity true",
                "null::integer | MISSING_VALUE quantity null",
                "date '2025-01-15' | BAD_NUMBER quantity 2025-01-15"
            })
    void valuesOfEveryTypeAreJudgedAsTextsAre(String value, String expected) throws IOException {
        Delivery delivery = parquet(parquet("select " + COLUMNS + ", " + value + " as quantity", ""));

        assertThat(delivery.result.rejection()).isNull();
        assertThat(
                        delivery.accepted.isEmpty()
                                ? delivery.onlyReason()
                                : delivery.accepted.get(0).cells().get(5))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "date '2026-12-31' | 2026-12-31",
                "timestamp '2026-12-31 00:00:00' | 2026-12-31",
                "timestamp_ms '2026-12-31 00:00:00' | 2026-12-31",
                "timestamp_ns '2026-12-31 00:00:00' | 2026-12-31",
                "timestamptz '2026-12-31 00:00:00+00' | 2026-12-31",
                "timestamp '2026-12-31 10:00:00' | BAD_DATE expires_on 2026-12-31 10:00",
                "date '9999-12-31' | 9999-12-31",
                "date '10000-01-01' | BAD_DATE expires_on +10000-01-01",
                "date '0001-01-01' | 0001-01-01",
                "20261231 | BAD_DATE expires_on 20261231",
                "'2026-12-31' | 2026-12-31",
                "'31/12/2026' | BAD_DATE expires_on 31/12/2026",
                "'' | null",
                "null | null"
            })
    void datesOfEveryTypeAreDates(String value, String expected) throws IOException {
        Delivery delivery = parquet(parquet("select " + COLUMNS + ", " + value + " as expires_on, 5 as quantity", ""));

        assertThat(delivery.result.rejection()).isNull();
        assertThat(
                        delivery.accepted.isEmpty()
                                ? delivery.onlyReason()
                                : String.valueOf(
                                        delivery.accepted.get(0).cells().get(4)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[5] | column quantity of the Parquet file is nested; it must hold one value a row",
                "{'a': 5} | column quantity of the Parquet file is nested; it must hold one value a row",
                "time '10:00' | column quantity of the Parquet file is of the type",
                "uuid() | column quantity of the Parquet file is of the type"
            })
    void aNeededColumnOfAnotherKindRejectsTheFile(String value, String rejection) throws IOException {
        assertThat(parquet(parquet("select " + COLUMNS + ", " + value + " as quantity", ""))
                        .result
                        .rejection())
                .startsWith(rejection);
        assertThat(parquet(parquet("select " + COLUMNS + ", 5 as Quantity, " + value + " as other", "")).accepted)
                .hasSize(1);
    }

    @Test
    void aParquetFileWithoutARequiredColumnIsRejected() throws IOException {
        assertThat(parquet(parquet("select " + COLUMNS, "")).result.rejection())
                .isEqualTo("the header lacks the required column quantity");
    }

    @Test
    void aBrokenParquetFileIsReadOrRejectedButNeverAnException() throws IOException {
        byte[] whole = parquet("select " + COLUMNS + ", 'L' || range as lot, range as quantity from range(50)", "");
        assertNeverAnException(whole, "stock_x_20250115.parquet", 3_000);
    }

    @Test
    void aPageWhoseChecksumDiffersRejectsTheFile() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message m { required binary clues (STRING); required int32 counted_on (DATE);"
                        + " required binary clave (STRING); required binary patient (STRING); required int64 quantity; }");
        Path file = folder.resolve("checked.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .withConf(new PlainParquetConfiguration())
                .withPageWriteChecksumEnabled(true)
                .withDictionaryEncoding(false)
                .build()) {
            for (int row = 0; row < 100; row++) {
                writer.write(new SimpleGroup(schema)
                        .append("clues", "BCIMB000010")
                        .append("counted_on", (int) Delivery.NIGHT.toEpochDay())
                        .append("clave", "010.000.0022.00")
                        .append("patient", "Peña")
                        .append("quantity", 123_456L));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, StandardCharsets.ISO_8859_1);

        assertThat(parquet(whole).accepted).hasSize(100);
        byte[] otherClave = whole.clone();
        otherClave[text.indexOf("010.000.0022.00") + 2] = '9';
        assertThat(parquet(otherClave).result.rejection()).isEqualTo("the Parquet file is damaged");
        byte[] otherPatient = whole.clone();
        otherPatient[text.indexOf("Pe") + 1] = 'x';
        assertThat(parquet(otherPatient).accepted)
                .as("a dropped column is not read")
                .hasSize(100);
    }

    /** As a program writes a table with a column that has no value: the type is Null, whatever it is stored as. */
    @Test
    void aColumnThatHasNoValueReadsAsEmpty() throws IOException {
        for (PrimitiveTypeName stored :
                List.of(PrimitiveTypeName.INT32, PrimitiveTypeName.BINARY, PrimitiveTypeName.INT64)) {
            MessageType schema = Types.buildMessage()
                    .addFields(STOCK_FIELDS.getFields().toArray(Type[]::new))
                    .optional(stored)
                    .as(LogicalTypeAnnotation.unknownType())
                    .named("lot")
                    .optional(stored)
                    .as(LogicalTypeAnnotation.unknownType())
                    .named("expires_on")
                    .named("stock");

            Delivery delivery = parquet(written(schema, 2));

            assertThat(delivery.result.rejection()).isNull();
            assertThat(delivery.accepted).hasSize(2);
            assertThat(delivery.accepted.get(0).cells())
                    .containsExactly("BCIMB000010", "2025-01-15", "010.000.0022.00", "NO-LOT", null, "5");
        }
    }

    @Test
    void aRequiredColumnThatHasNoValueIsMissingInEachRow() throws IOException {
        MessageType schema = Types.buildMessage()
                .addFields(STOCK_FIELDS.getFields().subList(0, 3).toArray(Type[]::new))
                .optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.unknownType())
                .named("quantity")
                .named("stock");

        assertThat(parquet(written(schema, 1)).onlyReason()).isEqualTo("MISSING_VALUE quantity null");
    }

    /** As a program writes a table without rows: no column has a type, and there may be a part without rows. */
    @Test
    void aFileWithoutRowsHasNothingToReport() throws IOException {
        MessageType untyped = new MessageType(
                "stock",
                STOCK_FIELDS.getFields().stream()
                        .map(field -> (Type) Types.optional(PrimitiveTypeName.INT32)
                                .as(LogicalTypeAnnotation.unknownType())
                                .named(field.getName()))
                        .toList());
        for (byte[] bytes : List.of(
                written(STOCK_FIELDS, 0),
                written(untyped, 0),
                withEmptyRowGroup(written(STOCK_FIELDS, 0)),
                withEmptyRowGroup(written(untyped, 0)))) {
            Delivery delivery = parquet(bytes);

            assertThat(delivery.result.rejection()).isNull();
            assertThat(delivery.result.rows()).isZero();
        }
        Delivery behind = parquet(withEmptyRowGroup(written(STOCK_FIELDS, 3)));
        assertThat(behind.result.rejection()).isNull();
        assertThat(behind.accepted).hasSize(3);
    }

    private byte[] written(MessageType schema, int rows) throws IOException {
        Path file = folder.resolve("written.parquet");
        Files.deleteIfExists(file);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .build()) {
            for (int row = 0; row < rows; row++) {
                SimpleGroup group = new SimpleGroup(schema);
                group.append("clues", "BCIMB000010")
                        .append("counted_on", (int) Delivery.NIGHT.toEpochDay())
                        .append("clave", "010.000.0022.00");
                if (schema.getType("quantity").getLogicalTypeAnnotation() == null) {
                    group.append("quantity", 5L);
                }
                writer.write(group);
            }
        }
        return Files.readAllBytes(file);
    }

    /** The same file with a part of no rows before the others, which no writer of Parquet's own library makes. */
    private static byte[] withEmptyRowGroup(byte[] file) throws IOException {
        int footer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
        int start = file.length - 8 - footer;
        FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(file, start, footer));
        List<ColumnChunk> columns = new ArrayList<>();
        for (SchemaElement field : metadata.getSchema().subList(1, metadata.getSchemaSize())) {
            columns.add(new ColumnChunk(0)
                    .setMeta_data(new ColumnMetaData(
                            field.getType(),
                            List.of(Encoding.PLAIN),
                            List.of(field.getName()),
                            CompressionCodec.UNCOMPRESSED,
                            0,
                            0,
                            0,
                            MAGIC_BYTES)));
        }
        metadata.getRow_groups().add(0, new RowGroup(columns, 0, 0));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, start);
        Util.writeFileMetaData(metadata, bytes);
        bytes.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.size() - start)
                .array());
        bytes.write(new byte[] {'P', 'A', 'R', '1'});
        return bytes.toByteArray();
    }

    /** A pill takes two chars: the bound of a record falls between them. */
    @Test
    void aTextIsNeverCutWithinACharacter() throws IOException {
        String pills = "x" + "\uD83D\uDC8A".repeat(525_000);
        Path file = folder.resolve("long.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(MessageTypeParser.parseMessageType(
                        "message stock { required binary clues (UTF8); required binary lot (UTF8); }"))
                .build()) {
            writer.write(new SimpleGroup(MessageTypeParser.parseMessageType(
                            "message stock { required binary clues (UTF8); required binary lot (UTF8); }"))
                    .append("clues", "BCIMB00001")
                    .append("lot", pills));
        }
        for (Delivery delivery : List.of(
                parquet(Files.readAllBytes(file)),
                Delivery.of("stock", STOCK + "BCIMB000010,2025-01-15,010.000.0022.00," + pills + ",,5"),
                Delivery.of("stock", STOCK + "BCIMB000010,2025-01-15,010.000.0022.00,x" + pills + ",,5"),
                Delivery.of("stock", STOCK + "BCIMB000010,2025-01-15,010.000.0022.00,\"" + pills + "\",,5"),
                Delivery.of("stock", STOCK + "BCIMB000010,2025-01-15,010.000.0022.00,\"x" + pills + "\",,5"))) {
            for (Delivery.Bad bad : delivery.quarantined) {
                assertThat(StandardCharsets.UTF_8
                                .newEncoder()
                                .canEncode(bad.row().raw()))
                        .isTrue();
            }
        }
    }

    /** A byte flipped, a part cut out or the end cut off, from printed seeds. */
    private static void assertNeverAnException(byte[] whole, String name, int times) throws IOException {
        int rejected = 0;
        for (int seed = 0; seed < times; seed++) {
            Random random = new Random(seed);
            byte[] broken = whole.clone();
            int at = random.nextInt(whole.length);
            switch (random.nextInt(4)) {
                case 0 -> broken[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> broken[at] = (byte) random.nextInt(256);
                case 2 -> broken = Arrays.copyOf(broken, at);
                default -> {
                    int to = Math.min(whole.length, at + 1 + random.nextInt(20));
                    byte[] cut = new byte[whole.length - (to - at)];
                    System.arraycopy(whole, 0, cut, 0, at);
                    System.arraycopy(whole, to, cut, at, whole.length - to);
                    broken = cut;
                }
            }
            try {
                Delivery delivery = Delivery.named(name, broken);
                rejected += delivery.result.isRejected() ? 1 : 0;
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
        assertThat(rejected).isGreaterThan(times / 3);
    }
}
