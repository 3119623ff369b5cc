package mx.abasto.jobs.extract;

import mx.abasto.common.model.CellType;
import mx.abasto.common.model.QuarantineReason;
import org.jspecify.annotations.Nullable;

/**
 * What a lookup table says of a cell. A text that it does not have may be a code itself where the column has codes;
 * elsewhere nobody knows what it stands for.
 */
final class LookedUpCell implements CellSource {
    private final int cell;
    private final LookupTable table;
    private final CellType type;

    // Neighbouring rows repeat much, as the same string.
    private @Nullable String textBefore;
    private @Nullable String valueBefore;

    LookedUpCell(int cell, LookupTable table, CellType type) {
        this.cell = cell;
        this.table = table;
        this.type = type;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // equal strings that are not the same are just looked up again
    public @Nullable String text(RowCells row) {
        String text = row.sent(cell);
        if (text == null) {
            return null;
        }
        if (text != textBefore) {
            valueBefore = table.value(text);
            textBefore = text;
        }
        String value = valueBefore;
        if (value != null) {
            return value.isEmpty() ? null : value;
        }
        if (type != CellType.CLUES && type != CellType.CLAVE) {
            row.fail(reason());
        }
        return text;
    }

    private QuarantineReason reason() {
        return switch (type) {
            case CLUES -> QuarantineReason.BAD_CLUES;
            case CLAVE -> QuarantineReason.BAD_CLAVE;
            case DATE -> QuarantineReason.BAD_DATE;
            case INTEGER -> QuarantineReason.BAD_NUMBER;
            case TEXT, LOT, FLAG, SOURCE, REASON -> QuarantineReason.UNKNOWN_VALUE;
        };
    }
}
