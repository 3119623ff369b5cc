package mx.abasto.jobs.extract;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mx.abasto.common.model.AdjustmentReason;
import mx.abasto.common.model.CellType;
import mx.abasto.common.model.Clave;
import mx.abasto.common.model.Clues;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;
import mx.abasto.common.model.QuarantineReason;
import mx.abasto.common.model.ReceiptSource;
import mx.abasto.jobs.extract.CellForm.WordCase;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a row can be read as its extract's types (contract section 2): its canonical cells if it can, the first
 * reason that holds if it cannot. What the row means is not asked here.
 */
final class RowJudge {
    private static final Map<String, AdjustmentReason> REASONS =
            Stream.of(AdjustmentReason.values()).collect(Collectors.toMap(Enum::name, Function.identity()));
    private static final Set<String> SOURCES =
            Stream.of(ReceiptSource.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final String TRANSFER = ReceiptSource.TRANSFER.name();

    private final Extract extract;
    private final ExtractColumn[] columns;
    private final CellType[] types;
    private final Records records;
    private final ColumnMapping mapping;
    private final RowCells row;
    private final CellForm[] forms;
    private final MalformedRows malformedRows;
    private final SignRule[] signs;
    private final Aliases aliases;
    private final String night;
    private final String fileDate;
    private final int siteColumn;
    private final int quantityColumn;
    private final int eventColumn;
    private final int claveColumn;
    private final int lotColumn;
    private final int wordColumn;

    // The texts last read, and the cells they gave. Neighbouring rows repeat much, as the same string.
    private final @Nullable String[] textsBefore;
    private final @Nullable String[] cellsBefore;

    // The row at hand: its cells so far, and what is wrong with it so far.
    private @Nullable String[] cells;
    private final RowFault fault = new RowFault();

    RowJudge(
            Extract extract,
            Records records,
            ColumnMapping mapping,
            LocalDate night,
            LocalDate fileDate,
            Aliases aliases) {
        this.extract = extract;
        this.columns = extract.columns().toArray(ExtractColumn[]::new);
        this.types = Arrays.stream(columns).map(ExtractColumn::type).toArray(CellType[]::new);
        this.records = records;
        this.mapping = mapping;
        this.row = new RowCells(records, mapping, columns.length);
        this.forms =
                IntStream.range(0, columns.length).mapToObj(mapping::formOf).toArray(CellForm[]::new);
        this.malformedRows = new MalformedRows(extract, mapping, row, aliases);
        this.signs = Arrays.stream(columns)
                .map(column -> SignRule.of(extract, column))
                .toArray(SignRule[]::new);
        this.aliases = aliases;
        this.night = night.toString();
        this.fileDate = fileDate.toString();
        this.siteColumn = extract.indexOf(extract.site());
        this.quantityColumn = extract.indexOf(extract.quantity());
        this.eventColumn = extract.indexOf(extract.eventDate());
        this.claveColumn = extract.indexOf("clave");
        this.lotColumn = extract.indexOf("lot");
        this.wordColumn = Math.max(extract.indexOf("source"), extract.indexOf("reason"));
        this.textsBefore = new @Nullable String[columns.length];
        this.cellsBefore = new @Nullable String[columns.length];
        this.cells = new @Nullable String[columns.length];
    }

    /** Judges the record at hand, which is the file's row of that number. */
    Verdict judge(long rowNo) {
        row.at(rowNo);
        if (malformedRows.includes(records)) {
            return new Verdict.Unsplit(malformedRows.quarantined(records));
        }
        cells = new @Nullable String[columns.length];
        fault.clear();
        for (int column = 0; column < columns.length; column++) {
            String text = row.text(column);
            QuarantineReason failure = row.failure();
            if (failure != null) {
                fault.note(failure, column, text);
            } else {
                cells[column] = text == null ? ofEmpty(column) : ofText(column, text);
            }
        }
        if (records.mayHaveBadText()) {
            checkText();
        }
        checkTransfer();
        checkAdjustment();
        String clues = cells[siteColumn];
        String quantity = cells[quantityColumn];
        Long pieces = quantity == null ? null : (Long) WholeNumber.value(quantity);
        QuarantineReason reason = fault.reason();
        if (reason == null) {
            return new Verdict.Accepted(clues, pieces, cells);
        }
        String name = columns[fault.column()].name();
        String raw = RawJson.of(records, mapping);
        return new Verdict.Refused(
                pieces,
                new Quarantined(reason, name, fault.value(), raw, clues, cellPart(claveColumn), cellPart(lotColumn)));
    }

    /** The part of a count's cell that a column of the row at hand names; null for what is none, or cannot be read. */
    private @Nullable String cellPart(int column) {
        boolean isNamed = extract == Extract.STOCK && fault.column() != column;
        return isNamed ? cells[column] : null;
    }

    private @Nullable String ofEmpty(int column) {
        if (columns[column].required()) {
            fault.note(QuarantineReason.MISSING_VALUE, column, null);
            return null;
        }
        return switch (types[column]) {
            case LOT -> CellType.NO_LOT;
            case FLAG -> "false";
            case TEXT, CLUES, CLAVE, DATE, INTEGER, SOURCE, REASON -> null;
        };
    }

    /** The canonical cell; null, with a reason noted, if the text is not one of the column's type. */
    @SuppressWarnings("ReferenceEquality") // equal strings that are not the same are just read again
    private @Nullable String ofText(int column, String text) {
        if (text == textsBefore[column]) {
            return cellsBefore[column];
        }
        int before = fault.noted();
        String cell = ofNewText(column, text);
        textsBefore[column] = fault.noted() == before ? text : null;
        cellsBefore[column] = cell;
        return cell;
    }

    private @Nullable String ofNewText(int column, String text) {
        return switch (types[column]) {
            case TEXT, LOT -> text;
            case CLUES -> ofClues(column, text);
            case CLAVE -> ifSo(Clave.isWellFormed(text), QuarantineReason.BAD_CLAVE, column, text);
            case DATE -> ofDate(column, text);
            case INTEGER -> ofInteger(column, text);
            case FLAG -> ofWord(column, text, FLAGS, WordCase.LOWER);
            case SOURCE -> ofWord(column, text, SOURCES, WordCase.UPPER);
            case REASON -> ofWord(column, text, REASONS.keySet(), WordCase.UPPER);
        };
    }

    private @Nullable String ofWord(int column, String text, Set<String> known, WordCase wordCase) {
        String word = forms[column].word(text, wordCase);
        return ifSo(known.contains(word), QuarantineReason.UNKNOWN_VALUE, column, text) == null ? null : word;
    }

    private @Nullable String ifSo(boolean isSo, QuarantineReason otherwise, int column, String text) {
        if (!isSo) {
            fault.note(otherwise, column, text);
        }
        return isSo ? text : null;
    }

    private @Nullable String ofClues(int column, String text) {
        String clues = aliases.resolved(text);
        if (!Clues.isWellFormed(clues)) {
            fault.note(QuarantineReason.BAD_CLUES, column, text);
            return null;
        }
        return clues;
    }

    private @Nullable String ofDate(int column, String text) {
        String date = forms[column].date(text);
        if (date == null) {
            fault.note(QuarantineReason.BAD_DATE, column, text);
            return null;
        }
        if (column == eventColumn) {
            if (extract == Extract.STOCK && !date.equals(fileDate)) {
                fault.note(QuarantineReason.WRONG_DATE, column, text);
            }
            if (date.compareTo(night) > 0) {
                fault.note(QuarantineReason.FUTURE_DATE, column, text);
            }
        }
        return date;
    }

    private @Nullable String ofInteger(int column, String text) {
        String number = forms[column].wholeNumber(text);
        if (number == null) {
            fault.note(QuarantineReason.BAD_NUMBER, column, text);
            return null;
        }
        boolean isInRange =
                columns[column].isQuantity() ? WholeNumber.isQuantity(number) : WholeNumber.isInRange(number);
        if (!isInRange) {
            fault.note(QuarantineReason.OUT_OF_RANGE, column, text);
            return null;
        }
        if (!signs[column].allows(WholeNumber.value(number))) {
            fault.note(QuarantineReason.BAD_SIGN, column, text);
        }
        return WholeNumber.canonical(number);
    }

    private void checkText() {
        for (int column = 0; column < columns.length; column++) {
            String text = row.origin(column);
            if (text != null && StrictText.isBad(text)) {
                fault.note(QuarantineReason.BAD_TEXT, column, StrictText.shown(text));
            }
        }
    }

    /** A transfer says where it comes from. */
    private void checkTransfer() {
        if (extract == Extract.RECEIPTS && TRANSFER.equals(cells[wordColumn])) {
            requireText(extract.indexOf("origin_clues"));
            requireText(extract.indexOf("shipment_no"));
        }
    }

    private void requireText(int column) {
        if (row.text(column) == null) {
            fault.note(QuarantineReason.MISSING_VALUE, column, null);
        }
    }

    /** An adjustment moves stock the way that its reason says. */
    private void checkAdjustment() {
        if (extract == Extract.ADJUSTMENTS) {
            String quantity = cells[quantityColumn];
            String word = cells[wordColumn];
            AdjustmentReason adjustment = word == null ? null : REASONS.get(word);
            if (quantity != null && adjustment != null && !adjustment.allows(WholeNumber.value(quantity))) {
                fault.note(QuarantineReason.BAD_SIGN, quantityColumn, quantity);
            }
        }
    }
}
