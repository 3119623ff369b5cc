package mx.abasto.jobs.report;

import java.util.Arrays;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Titles and table headers, the same on every sheet. */
final class Headings {
    private static final int TITLE_SIZE = 16;
    private static final double TITLE_HEIGHT = 24;
    private static final double HEADER_HEIGHT = 45;
    private static final double LINE_HEIGHT = 15;

    /** Letters are narrower than digits, by which a width is given; and each line is broken between words. */
    private static final double WRAPPING_LOSS = 0.95;

    private Headings() {}

    /** The first two rows. */
    static void title(Worksheet sheet, String title, String subtitle) {
        Cells.text(sheet, 0, 0, title);
        sheet.style(0, 0).bold().fontSize(TITLE_SIZE).fontColor(Palette.HEADER).set();
        sheet.rowHeight(0, TITLE_HEIGHT);
        Cells.text(sheet, 1, 0, subtitle);
        sheet.style(1, 0).fontColor(Palette.INK).set();
        sheet.hideGridLines();
    }

    /** A table's header row, its first columns. */
    static void tableHeader(Worksheet sheet, int row, int columns) {
        sheet.range(row, 0, row, columns - 1)
                .style()
                .bold()
                .fontColor(Palette.WHITE)
                .fillColor(Palette.HEADER)
                .wrapText(true)
                .verticalAlignment("center")
                .horizontalAlignment("center")
                .set();
        sheet.rowHeight(row, HEADER_HEIGHT);
    }

    /** A line that parts groups of rows, with their name. */
    static void band(Worksheet sheet, int row, int columns, String name) {
        Cells.text(sheet, row, 0, name);
        sheet.range(row, 0, row, columns - 1)
                .style()
                .bold()
                .fontColor(Palette.HEADER)
                .fillColor(Palette.BAND)
                .set();
    }

    /** How many lines a wrapped text takes at most, in a column of so many characters. */
    static int lines(@Nullable String text, double width) {
        return text == null ? 1 : 1 + (int) (text.length() * WRAPPING_LOSS / width);
    }

    /** Makes a row as high as its longest cell: not every program does so by itself when it opens a workbook. */
    static void fitHeight(Worksheet sheet, int row, int... lines) {
        int most = Arrays.stream(lines).max().orElse(1);
        sheet.rowHeight(row, Math.min(most * LINE_HEIGHT, Worksheet.MAX_ROW_HEIGHT));
    }
}
