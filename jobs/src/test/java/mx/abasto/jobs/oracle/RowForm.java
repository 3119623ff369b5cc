package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The form errors of one row's cells: the first reason in the contract's order, columns in the contract's order. */
final class RowForm {

    private final Shape shape;
    private final Reference reference;
    private final Map<String, String> cells;

    RowForm(Shape shape, Reference reference, Map<String, String> cells) {
        this.shape = shape;
        this.reference = reference;
        this.cells = cells;
    }

    @Nullable
    Fault fault(LocalDate fileDate, LocalDate night) {
        Fault fault = first("MISSING_VALUE", this::isMissing);
        if (fault == null) {
            fault = first("BAD_CLUES", c -> is(c, Column.Type.CLUES) && !Cells.isClues(reference.replaced(cell(c))));
        }
        if (fault == null) {
            fault = first("BAD_CLAVE", c -> is(c, Column.Type.CLAVE) && !Cells.isClave(cell(c)));
        }
        if (fault == null) {
            fault = first(
                    "BAD_DATE",
                    c -> is(c, Column.Type.DATE) && Cells.date(cell(c)).isEmpty());
        }
        if (fault == null) {
            fault = first("BAD_NUMBER", c -> is(c, Column.Type.INTEGER) && !Cells.isInteger(cell(c)));
        }
        if (fault == null) {
            fault = first("OUT_OF_RANGE", c -> is(c, Column.Type.INTEGER) && isOutOfRange(c));
        }
        if (fault == null) {
            fault = first(
                    "UNKNOWN_VALUE", c -> is(c, Column.Type.WORD) && !c.words().contains(cell(c)));
        }
        if (fault == null) {
            fault = first("BAD_SIGN", this::hasBadSign);
        }
        if (fault == null) {
            fault = first("WRONG_DATE", c -> c.name().equals("counted_on") && !date(c).equals(fileDate));
        }
        if (fault == null) {
            fault = first("FUTURE_DATE", c -> c.name().equals(shape.dated()) && date(c).isAfter(night));
        }
        return fault;
    }

    private @Nullable Fault first(String reason, Predicate<Column> holds) {
        for (Column column : shape.columns()) {
            if (holds.test(column)) {
                String value = cell(column);
                return new Fault(reason, column.name(), value.isEmpty() ? null : value);
            }
        }
        return null;
    }

    private boolean isMissing(Column column) {
        boolean isOfTransfer =
                column.name().equals("origin_clues") || column.name().equals("shipment_no");
        boolean isNeeded = column.required()
                || (shape.extract().equals("receipts") && isOfTransfer && "TRANSFER".equals(cells.get("source")));
        return isNeeded && cell(column).isEmpty();
    }

    private boolean isOutOfRange(Column column) {
        String text = cell(column);
        return column.name().equals("line_no")
                ? Cells.integer(text).isEmpty()
                : Cells.quantity(text).isEmpty();
    }

    private boolean hasBadSign(Column column) {
        if (!is(column, Column.Type.INTEGER)) {
            return false;
        }
        long number = Cells.integer(cell(column)).orElseThrow();
        String reason = cells.getOrDefault("reason", "");
        return switch (column.name()) {
            case "quantity" ->
                switch (shape.extract()) {
                    case "stock" -> number < 0;
                    case "adjustments" ->
                        number == 0
                                || (Shape.OUT.contains(reason) && number > 0)
                                || (Shape.IN.contains(reason) && number < 0);
                    default -> number <= 0;
                };
            case "prescribed_quantity" -> number <= 0;
            case "dispensed_quantity" -> number < 0;
            default -> false;
        };
    }

    /** Of that type, and with something in it. */
    private boolean is(Column column, Column.Type type) {
        return column.type() == type && !cell(column).isEmpty();
    }

    private LocalDate date(Column column) {
        return Cells.date(cell(column)).orElseThrow();
    }

    private String cell(Column column) {
        return cells.getOrDefault(column.name(), "");
    }
}
