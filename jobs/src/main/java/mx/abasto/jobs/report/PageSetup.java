package mx.abasto.jobs.report;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** How a sheet prints: letter paper, as wide as one page, its title and page number at the foot. */
final class PageSetup {
    private static final String FONT = "Calibri";
    private static final int FONT_SIZE = 9;

    private PageSetup() {}

    /** On its side: for tables. */
    static void landscape(Worksheet sheet, String title, Texts texts) {
        sheet.pageOrientation("landscape");
        common(sheet, title, texts);
    }

    /** Upright: for the cover and text. */
    static void portrait(Worksheet sheet, String title, Texts texts) {
        sheet.pageOrientation("portrait");
        common(sheet, title, texts);
    }

    private static void common(Worksheet sheet, String title, Texts texts) {
        sheet.paperSize(PaperSize.LETTER_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.5f);
        sheet.bottomMargin(0.6f);
        // An ampersand begins a code in a footer.
        sheet.footer(title.replace("&", "&&"), Position.LEFT, FONT, FONT_SIZE);
        sheet.footer(texts.text("page"), Position.RIGHT, FONT, FONT_SIZE);
    }
}
