package mx.abasto.jobs.extract;

import mx.abasto.common.model.Clues;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.QuarantineReason;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose cells cannot be told from each other with certainty: too few or too many, or an unclosed quote. Their
 * cells are taken by position, but never one that could hold the text of a column that is dropped: it may be a name.
 */
final class MalformedRows {
    private final ColumnMapping mapping;
    private final Aliases aliases;
    private final RowCells row;
    private final int siteColumn;

    MalformedRows(Extract extract, ColumnMapping mapping, RowCells row, Aliases aliases) {
        this.mapping = mapping;
        this.row = row;
        this.aliases = aliases;
        this.siteColumn = extract.indexOf(extract.site());
    }

    boolean includes(Records record) {
        return record.isUnclosed() || record.isTooLong() || record.size() != mapping.width();
    }

    Quarantined quarantined(Records record) {
        int from = firstShown(record);
        int to = Math.max(from, endShown(record));
        String raw = RawJson.of(record, mapping, from, to);
        if (!record.isUnclosed()) {
            return Quarantined.ofNoCell(QuarantineReason.FIELD_COUNT, null, null, raw, clues(record));
        }
        for (int cell = from; cell < to; cell++) {
            if (!mapping.isDropped(cell) && StrictText.isBad(record.cell(cell))) {
                String value = StrictText.shown(Blanks.trimmed(record.cell(cell)));
                return Quarantined.ofNoCell(
                        QuarantineReason.BAD_TEXT, mapping.namesOf(cell).get(0), value, raw, clues(record));
            }
        }
        int opening = record.unclosedCell();
        boolean isKnown = opening < mapping.width() && !mapping.isDropped(opening);
        String column = isKnown ? mapping.namesOf(opening).get(0) : null;
        return Quarantined.ofNoCell(QuarantineReason.UNCLOSED_QUOTE, column, null, raw, clues(record));
    }

    private int firstShown(Records record) {
        // With cells lost, those after the last dropped column can hold only what came after it.
        return isShort(record) ? mapping.lastDropped() + 1 : 0;
    }

    private int endShown(Records record) {
        int cells = Math.min(record.size(), mapping.width());
        boolean hasDropped = mapping.firstDropped() < mapping.width();
        if (!hasDropped || isShort(record)) {
            return cells;
        }
        // An unclosed cell holds the rest of its line. With cells too many, text has moved to the right only.
        int certain = record.isUnclosed() ? record.unclosedCell() : cells;
        return Math.min(certain, mapping.firstDropped());
    }

    private boolean isShort(Records record) {
        return !record.isUnclosed() && !record.isTooLong() && record.size() < mapping.width();
    }

    private @Nullable String clues(Records record) {
        int certain = record.isUnclosed() ? record.unclosedCell() : record.size();
        String text = mapping.cellOf(siteColumn) < certain ? row.text(siteColumn) : null;
        String clues = text == null ? null : aliases.resolved(text);
        return clues != null && Clues.isWellFormed(clues) ? clues : null;
    }
}
