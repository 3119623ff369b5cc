package mx.abasto.jobs.oracle;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the records of one file into rows, each with its line or its fault (contract section 2). */
final class RowReader {

    private final FileName file;
    private final Shape shape;
    private final Header header;
    private final Reference reference;
    private final LocalDate night;

    RowReader(FileName file, Shape shape, Header header, Reference reference, LocalDate night) {
        this.file = file;
        this.shape = shape;
        this.header = header;
        this.reference = reference;
        this.night = night;
    }

    ReadRow read(CsvRecord record, long rowNo) {
        boolean hasAllFields = record.fields().size() == header.width();
        if (!hasAllFields && !record.isUnclosed()) {
            // AMBIGUOUS: the row's site is the cell in the place of its column, if it reads as a CLUES; nothing else of
            // it is told apart, as a patient's name may stand anywhere.
            return new ReadRow(rowNo, null, Fault.ofRow("FIELD_COUNT"), siteByPlace(record), null, null, "{}");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        Fault badText = null;
        Map<String, String> raw = new LinkedHashMap<>();
        for (Column column : shape.columns()) {
            String constant = header.layout().constants().get(column.name());
            if (constant != null) {
                cells.put(column.name(), constant);
                continue;
            }
            int position = header.position(column.name());
            if (position < 0 || position >= record.fields().size()) {
                continue;
            }
            byte[] bytes = record.fields().get(position);
            String text = new String(bytes, StandardCharsets.UTF_8);
            raw.put(column.name(), text);
            // AMBIGUOUS: trimmed of what Java calls white space (not of NBSP, nor of other control characters).
            cells.put(column.name(), lookedUp(column, text.strip()));
            // AMBIGUOUS: only contract columns must be in the charset; dropped ones are not looked at.
            if (badText == null && Cells.decode(bytes).isEmpty()) {
                badText = new Fault("BAD_TEXT", column.name(), text.strip());
            }
        }
        Fault fault = badText;
        if (record.isUnclosed()) {
            // AMBIGUOUS: how many fields such a row has is not known, so FIELD_COUNT is not weighed; BAD_TEXT is.
            Fault first = fault == null ? Fault.ofRow("UNCLOSED_QUOTE") : fault;
            return new ReadRow(rowNo, null, first, siteByPlace(record), null, null, "{}");
        }
        if (fault == null) {
            fault = new RowForm(shape, reference, cells).fault(file.date(), night);
        }
        Line line = fault == null ? line(cells, rowNo) : null;
        Cell cell = badText != null && "lot".equals(badText.column()) ? null : cell(cells);
        return new ReadRow(rowNo, line, fault, site(cells), quantity(cells), cell, Json.object(raw));
    }

    /** A text that its lookup does not know is tried as it is. */
    private String lookedUp(Column column, String text) {
        String lookup = header.layout().lookups().get(column.name());
        return lookup == null ? text : reference.lookedUp(lookup, text);
    }

    private @Nullable Cell cell(Map<String, String> cells) {
        String clues = site(cells);
        String clave = cells.getOrDefault("clave", "");
        String lot = cells.getOrDefault("lot", "");
        return clues == null || !Cells.isClave(clave)
                ? null
                : new Cell(clues, clave, lot.isEmpty() ? Shape.NO_LOT : lot);
    }

    private @Nullable String siteByPlace(CsvRecord record) {
        int position = header.position(shape.site());
        if (position < 0 || position >= record.fields().size()) {
            return null;
        }
        String text = new String(record.fields().get(position), StandardCharsets.UTF_8);
        return site(Map.of(shape.site(), text.strip()));
    }

    private @Nullable String site(Map<String, String> cells) {
        String site = reference.replaced(cells.getOrDefault(shape.site(), ""));
        return Cells.isClues(site) ? site : null;
    }

    private @Nullable Long quantity(Map<String, String> cells) {
        return Cells.quantity(cells.getOrDefault(shape.summed(), "")).orElse(null);
    }

    private Line line(Map<String, String> cells, long rowNo) {
        Map<String, Object> values = new HashMap<>();
        for (Column column : shape.columns()) {
            String text = cells.getOrDefault(column.name(), "");
            if (!text.isEmpty()) {
                values.put(column.name(), value(column, text));
            }
        }
        if (shape.has("lot")) {
            values.putIfAbsent("lot", Shape.NO_LOT);
        }
        if (shape.has("cancelled")) {
            values.putIfAbsent("cancelled", false);
        }
        return new Line(shape, values, file.name(), rowNo);
    }

    private Object value(Column column, String text) {
        return switch (column.type()) {
            case TEXT, CLAVE -> text;
            case CLUES -> reference.replaced(text);
            case DATE -> Cells.date(text).orElseThrow();
            case INTEGER -> Cells.integer(text).orElseThrow();
            case WORD -> column.name().equals("cancelled") ? (Object) Boolean.valueOf(text) : text;
        };
    }
}
