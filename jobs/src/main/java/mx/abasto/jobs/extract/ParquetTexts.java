package mx.abasto.jobs.extract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Values of Parquet as texts that cells of CSV could be: dates as {@code yyyy-MM-dd}, times behind them unless midnight,
 * numbers as digits, with decimals only where they are not zeros.
 */
final class ParquetTexts {
    private static final long JULIAN_EPOCH_DAY = 2_440_588;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private ParquetTexts() {}

    /** Whether a column holds texts of the sender's. */
    static boolean isText(Type field) {
        LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        return field.isPrimitive()
                && field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                && (logical == null
                        || logical instanceof StringLogicalTypeAnnotation
                        || logical instanceof EnumLogicalTypeAnnotation
                        || logical instanceof JsonLogicalTypeAnnotation);
    }

    /** Refuses a column of a kind that no cell of an extract could be. */
    static void requireReadable(Type field) throws UnreadableFileException {
        if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
            throw new UnreadableFileException(
                    "column %s of the Parquet file is nested; it must hold one value a row".formatted(field.getName()));
        }
        if (!isText(field) && !isReadable(field)) {
            throw new UnreadableFileException(
                    "column %s of the Parquet file is of the type %s; it must hold text, numbers, dates or true and false"
                            .formatted(field.getName(), field.asPrimitiveType()));
        }
    }

    private static boolean isReadable(Type field) {
        LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        if (isNull(logical)) {
            return true;
        }
        boolean isDecimal = logical instanceof DecimalLogicalTypeAnnotation;
        return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 ->
                logical == null
                        || isDecimal
                        || logical instanceof IntLogicalTypeAnnotation
                        || logical instanceof DateLogicalTypeAnnotation;
            case INT64 ->
                logical == null
                        || isDecimal
                        || logical instanceof IntLogicalTypeAnnotation
                        || logical instanceof TimestampLogicalTypeAnnotation;
            case BINARY, FIXED_LEN_BYTE_ARRAY -> isDecimal;
            case BOOLEAN, DOUBLE, FLOAT, INT96 -> logical == null;
        };
    }

    /** A column that has no value in any row, whatever its physical type: a program that saw none does not know more. */
    private static boolean isNull(@Nullable LogicalTypeAnnotation logical) {
        return logical instanceof UnknownLogicalTypeAnnotation;
    }

    /** The value of a field; empty for null. */
    static String of(Group row, int field) {
        Type type = row.getType().getType(field);
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (row.getFieldRepetitionCount(field) == 0 || isNull(logical)) {
            return "";
        }
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> Boolean.toString(row.getBoolean(field, 0));
            case INT32 -> ofInt(row.getInteger(field, 0), logical);
            case INT64 -> ofLong(row.getLong(field, 0), logical);
            case INT96 -> ofInt96(row.getInt96(field, 0));
            case FLOAT -> ofDouble(row.getFloat(field, 0));
            case DOUBLE -> ofDouble(row.getDouble(field, 0));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> ofBinary(row.getBinary(field, 0), logical);
        };
    }

    private static String ofInt(int value, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(value).toString();
        }
        boolean isUnsigned = logical instanceof IntLogicalTypeAnnotation number && !number.isSigned();
        return ofLong(isUnsigned ? Integer.toUnsignedLong(value) : value, logical);
    }

    private static String ofLong(long value, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return plain(BigDecimal.valueOf(value, decimal.getScale()));
        }
        if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            long unitsOfSecond =
                    switch (timestamp.getUnit()) {
                        case MILLIS -> 1_000L;
                        case MICROS -> 1_000_000L;
                        case NANOS -> 1_000_000_000L;
                    };
            long nanos = Math.floorMod(value, unitsOfSecond) * (1_000_000_000L / unitsOfSecond);
            return ofTime(Math.floorDiv(value, unitsOfSecond), nanos);
        }
        boolean isUnsigned = logical instanceof IntLogicalTypeAnnotation number && !number.isSigned();
        return isUnsigned ? Long.toUnsignedString(value) : Long.toString(value);
    }

    private static String ofInt96(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanosOfDay = bytes.getLong();
        long day = bytes.getInt() - JULIAN_EPOCH_DAY + Math.floorDiv(nanosOfDay, DAY_NANOS);
        long nanos = Math.floorMod(nanosOfDay, DAY_NANOS);
        return ofTime(day * 86_400 + nanos / 1_000_000_000L, nanos % 1_000_000_000L);
    }

    private static String ofTime(long second, long nanos) {
        try {
            LocalDateTime time = LocalDateTime.ofEpochSecond(second, (int) nanos, ZoneOffset.UTC);
            boolean isMidnight = time.toLocalTime().toNanoOfDay() == 0;
            return isMidnight ? time.toLocalDate().toString() : time.toString().replace('T', ' ');
        } catch (DateTimeException beyondTheCalendar) {
            return Long.toString(second);
        }
    }

    private static String ofDouble(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : Double.toString(value);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String ofBinary(Binary value, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return plain(new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .replaceWith(String.valueOf(StrictText.BAD))
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(value.toByteBuffer())
                    .toString();
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
