package mx.abasto.jobs.extract;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a reference file's rows so far. Keeps 128-bit fingerprints, 20 bytes a key: a national assortment has
 * millions of them, and two that differ share one with a chance below 10⁻²⁴.
 */
final class RowKeys {
    private static final int SLOTS_FIRST = 1 << 10;

    private final ReferenceFile file;
    private final int[] columns;

    private long[] fingerprints = new long[2 * SLOTS_FIRST];
    private int[] rowNos = new int[SLOTS_FIRST]; // 0 = free
    private int size;

    RowKeys(ReferenceFile file) {
        this.file = file;
        this.columns = file.key().stream().mapToInt(file::indexOf).toArray();
    }

    /** Adds a row's key, or refuses it if an earlier row has the same. */
    void add(@Nullable String[] cells, long rowNo) throws UnreadableRowException {
        long high = 0x9E37_79B9_7F4A_7C15L;
        long low = 0xC2B2_AE3D_27D4_EB4FL;
        for (int column : columns) {
            String text = String.valueOf(cells[column]);
            for (int index = 0; index < text.length(); index++) {
                high = mixed(high ^ text.charAt(index));
                low = (low ^ text.charAt(index)) * 0x100_0000_01B3L;
            }
            high = mixed(high ^ 0x1_0000); // no character: ends the column
            low = (low ^ 0x1_0000) * 0x100_0000_01B3L;
        }
        if (2 * size >= rowNos.length) {
            grow();
        }
        int earlier = put(high, low, Math.toIntExact(rowNo));
        if (earlier > 0) {
            throw new UnreadableRowException(repeated(cells, earlier));
        }
        size++;
    }

    private int put(long high, long low, int rowNo) {
        int mask = rowNos.length - 1;
        int slot = (int) high & mask;
        while (rowNos[slot] != 0) {
            if (fingerprints[2 * slot] == high && fingerprints[2 * slot + 1] == low) {
                return rowNos[slot];
            }
            slot = (slot + 1) & mask;
        }
        fingerprints[2 * slot] = high;
        fingerprints[2 * slot + 1] = low;
        rowNos[slot] = rowNo;
        return 0;
    }

    private void grow() {
        long[] before = fingerprints;
        int[] rowNosBefore = rowNos;
        fingerprints = new long[2 * before.length];
        rowNos = new int[2 * rowNosBefore.length];
        for (int slot = 0; slot < rowNosBefore.length; slot++) {
            if (rowNosBefore[slot] != 0) {
                put(before[2 * slot], before[2 * slot + 1], rowNosBefore[slot]);
            }
        }
    }

    private String repeated(@Nullable String[] cells, int earlier) {
        String values = Arrays.stream(columns)
                .mapToObj(column ->
                        "column %s is \"%s\"".formatted(file.columnNames().get(column), cells[column]))
                .collect(Collectors.joining(" and "));
        return "%s, as in row %d; it may stand only once".formatted(values, earlier);
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        return mixed ^ mixed >>> 32;
    }
}
