package mx.abasto.jobs.report;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Worksheet;

/** The workbook's first sheet: the figures, the ten findings that matter most, and what else there is. */
final class CoverSheet {
    private static final double[] WIDTHS = {4, 36, 17, 17, 17, 12, 42, 18};

    private final Worksheet sheet;
    private final Edition edition;
    private final Texts texts;

    CoverSheet(Worksheet sheet, Edition edition) {
        this.sheet = sheet;
        this.edition = edition;
        this.texts = edition.texts();
    }

    void write(Connection connection, List<SheetPlan> plans) throws SQLException, IOException {
        sheet.setTabColor(Palette.BAD.substring(2));
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.width(column, WIDTHS[column]);
        }
        Headings.title(sheet, texts.text("title") + " · " + edition.scope().title(texts), edition.subtitle());
        int row = new FigureTable(sheet, edition).write(connection, 3);
        row = new FindingList(sheet, edition).write(connection, row + 1);
        contents(connection, plans, row + 1);
        PageSetup.portrait(sheet, edition.title(), texts);
        sheet.fitToHeight((short) 1);
        sheet.finish();
    }

    private void contents(Connection connection, List<SheetPlan> plans, int first) throws SQLException {
        int row = first;
        Headings.band(sheet, row++, WIDTHS.length, texts.text("contents"));
        for (SheetPlan plan : plans) {
            RowCount count = RowCount.read(connection, plan, edition.scope());
            link(row, texts.text("sheet." + plan.key()));
            Cells.text(
                    sheet,
                    row,
                    2,
                    count.isWhole()
                            ? texts.count("contents.rows", count.all())
                            : texts.text("contents.capped", count.shown(), count.all()));
            about(row++, plan.key());
        }
        link(row, texts.text("sheet.notes"));
        about(row, "notes");
    }

    private void about(int row, String key) {
        Cells.text(sheet, row, 3, texts.text("about." + key));
        sheet.range(row, 2, row, 3).style().fontColor(Palette.QUIET).set();
    }

    private void link(int row, String name) {
        sheet.range(row, 1, row, 1).setHyperlink(HyperLink.internal("'" + name + "'!A1", name));
        sheet.style(row, 1).underlined().fontColor(Palette.LINK).set();
    }
}
