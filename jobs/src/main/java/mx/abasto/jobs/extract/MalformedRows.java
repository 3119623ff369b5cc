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
    private final CsvHeader header;
    private final Aliases aliases;
    private final int siteCell;

    MalformedRows(Extract extract, CsvHeader header, Aliases aliases) {
        this.header = header;
        this.aliases = aliases;
        this.siteCell = header.cellOf(extract.indexOf(extract.site()));
    }

    boolean includes(CsvRecords record) {
        return record.isUnclosed() || record.isTooLong() || record.size() != header.width();
    }

    Quarantined quarantined(CsvRecords record) {
        int from = firstShown(record);
        int to = Math.max(from, endShown(record));
        String raw = RawJson.of(record, header, from, to);
        if (!record.isUnclosed()) {
            return new Quarantined(QuarantineReason.FIELD_COUNT, null, null, raw, clues(record));
        }
        for (int cell = from; cell < to; cell++) {
            if (!header.isDropped(cell) && StrictText.isBad(record.cell(cell))) {
                String value = StrictText.shown(Blanks.trimmed(record.cell(cell)));
                return new Quarantined(QuarantineReason.BAD_TEXT, header.nameOf(cell), value, raw, clues(record));
            }
        }
        int opening = record.unclosedCell();
        boolean isKnown = opening < header.width() && !header.isDropped(opening);
        String column = isKnown ? header.nameOf(opening) : null;
        return new Quarantined(QuarantineReason.UNCLOSED_QUOTE, column, null, raw, clues(record));
    }

    private int firstShown(CsvRecords record) {
        // With cells lost, those after the last dropped column can hold only what came after it.
        return isShort(record) ? header.lastDropped() + 1 : 0;
    }

    private int endShown(CsvRecords record) {
        int cells = Math.min(record.size(), header.width());
        boolean hasDropped = header.firstDropped() < header.width();
        if (!hasDropped || isShort(record)) {
            return cells;
        }
        // An unclosed cell holds the rest of its line. With cells too many, text has moved to the right only.
        int certain = record.isUnclosed() ? record.unclosedCell() : cells;
        return Math.min(certain, header.firstDropped());
    }

    private boolean isShort(CsvRecords record) {
        return !record.isUnclosed() && !record.isTooLong() && record.size() < header.width();
    }

    private @Nullable String clues(CsvRecords record) {
        int certain = record.isUnclosed() ? record.unclosedCell() : record.size();
        String text = siteCell < certain ? record.trimmed(siteCell) : null;
        String clues = text == null ? null : aliases.resolved(text);
        return clues != null && Clues.isWellFormed(clues) ? clues : null;
    }
}
