package mx.abasto.jobs.delivery;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mx.abasto.common.model.CellType;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;

/**
 * A file that broke on its way: as it was, as it came, and what stands in it.
 *
 * @param hasWholeZip false if it was broken after it was packed
 */
record BrokenFile(SentFile valid, Dress dress, byte[] bytes, boolean hasWholeZip, NaiveFile naive) {

    static BrokenFile of(SentFile valid, Random random) {
        Dress dress = Dress.any(random);
        boolean hasWholeZip = !dress.isGzip() || random.nextBoolean();
        byte[] bytes = hasWholeZip ? mutated(dress.text(valid), random) : dress.bytes(valid);
        if (!hasWholeZip) {
            bytes = Mutations.withBytesBroken(bytes, random);
        } else if (dress.isGzip()) {
            bytes = Dress.gzip(bytes);
        }
        NaiveFile naive = NaiveFile.of(valid.extract(), name(valid, dress), bytes);
        return new BrokenFile(valid, dress, bytes, hasWholeZip, naive);
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] broken = whole;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            broken = Mutations.mutated(broken, random);
        }
        return broken;
    }

    String name() {
        return name(valid, dress);
    }

    private static String name(SentFile valid, Dress dress) {
        return SentFile.name(valid.extract(), valid.who(), valid.date(), 0, dress);
    }

    /** Whether the file may be refused as a whole: broken gzip may be, even where its text can still be had. */
    boolean mayBeRejected() {
        return !naive.isReadable() || !hasWholeZip;
    }

    /** What a row says, by column of {@code lines}, {@code counts} and {@code movements}, as a query gives it back. */
    Map<String, String> said(int rowNo) {
        Map<String, String> said = new HashMap<>();
        Map<String, String> cells = naive.cells(rowNo);
        for (ExtractColumn column : valid.extract().columns()) {
            String cell = cells.get(column.name());
            if (cell != null) {
                said.put(published(valid.extract(), column.name()), canonical(column, cell));
            }
        }
        return said;
    }

    private static String published(Extract extract, String column) {
        if (column.equals(extract.eventDate())) {
            return "event_on";
        }
        if (column.equals(extract.quantity())) {
            return "quantity";
        }
        return switch (column) {
            case "receipt_no", "prescription_no" -> "document_no";
            case "origin_clues", "destination_clues" -> "counterpart_clues";
            default -> column;
        };
    }

    private static String canonical(ExtractColumn column, String cell) {
        if (cell.isEmpty()) {
            return switch (column.type()) {
                case LOT -> CellType.NO_LOT;
                case FLAG -> "false";
                default -> "null";
            };
        }
        boolean isNumber = column.type() == CellType.INTEGER && cell.matches("[+-]?[0-9]+");
        return isNumber ? new BigInteger(cell).toString() : cell;
    }

    /** Whether the row came through as it was in the file before it broke. */
    boolean isWhole(int rowNo) {
        Map<String, String> cells = naive.cells(rowNo);
        NaiveFile before = NaiveFile.of(valid.extract(), "", Dress.PLAIN.bytes(valid));
        List<Map<String, String>> rows = new ArrayList<>();
        for (int row = 1; row <= before.rows().size(); row++) {
            rows.add(before.cells(row));
        }
        return rows.contains(cells);
    }

    /** What tells a count from every other. */
    static String countKey(Map<String, String> count) {
        return List.of("clues", "event_on", "clave", "lot").stream()
                .map(column -> requireNonNull(count.get(column), column))
                .toList()
                .toString();
    }
}
