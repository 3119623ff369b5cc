package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

/**
 * A column of an extract (contract section 2).
 *
 * @param required whether every row must have a value; {@code origin_clues} and {@code shipment_no} of a receipt, which
 *     only transfers must have, say false
 */
public record ExtractColumn(String name, CellType type, boolean required) {
    public ExtractColumn {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }

    /** Whether it holds pieces: then its numbers are bounded, so that no sum of them can overflow. */
    public boolean isQuantity() {
        return type == CellType.INTEGER && name.endsWith("quantity");
    }

    static ExtractColumn required(String name, CellType type) {
        return new ExtractColumn(name, type, true);
    }

    static ExtractColumn optional(String name, CellType type) {
        return new ExtractColumn(name, type, false);
    }
}
