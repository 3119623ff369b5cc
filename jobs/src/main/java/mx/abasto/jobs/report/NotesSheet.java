package mx.abasto.jobs.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/** The workbook's last sheet: how to read it, what its words mean, and each column once. */
final class NotesSheet {
    private static final List<String> NOTES =
            List.of("source", "figures", "findings", "order", "caps", "surplus", "discrepancies", "blank");
    private static final List<String> WORDS = List.of(
            "OUT",
            "LOW",
            "OPTIMAL",
            "OVER",
            "NO_DEMAND",
            "NOT_REPORTED",
            "NEW",
            "PERSISTING",
            "REOPENED",
            "RESOLVED",
            "SUPERSEDED");

    private static final double[] WIDTHS = {28, 84, 34};
    private static final int COLUMNS = WIDTHS.length;

    private final Worksheet sheet;
    private final Edition edition;
    private final Texts texts;
    private int row = 3;

    NotesSheet(Worksheet sheet, Edition edition) {
        this.sheet = sheet;
        this.edition = edition;
        this.texts = edition.texts();
    }

    void write(List<SheetPlan> plans) throws IOException {
        for (int column = 0; column < COLUMNS; column++) {
            sheet.width(column, WIDTHS[column]);
        }
        String title = texts.text("sheet.notes");
        Headings.title(sheet, title + " · " + edition.scope().title(texts), edition.subtitle());
        Headings.band(sheet, row++, COLUMNS, texts.text("notes.reading"));
        NOTES.forEach(note -> line(texts.text("notes." + note), texts.text("notes." + note + ".text"), ""));
        row++;
        Headings.band(sheet, row++, COLUMNS, texts.text("notes.words"));
        WORDS.forEach(word -> line(texts.word(word), texts.text("meaning.word." + word), ""));
        row++;
        columns(plans);
        sheet.freezePane(0, 2);
        PageSetup.portrait(sheet, edition.title() + " · " + title, texts);
        sheet.finish();
    }

    private void columns(List<SheetPlan> plans) {
        Map<String, List<SheetPlan>> sheetsOf = new LinkedHashMap<>();
        for (SheetPlan plan : plans) {
            plan.columns().stream().filter(edition.scope()::has).forEach(column -> sheetsOf.computeIfAbsent(
                            column.name(), name -> new ArrayList<>())
                    .add(plan));
        }
        Cells.text(sheet, row, 0, texts.text("notes.column"));
        Cells.text(sheet, row, 1, texts.text("notes.meaning"));
        Cells.text(sheet, row, 2, texts.text("notes.sheets"));
        Headings.tableHeader(sheet, row, COLUMNS);
        sheet.rowHeight(row++, 20);
        sheetsOf.forEach((column, sheets) -> line(
                texts.text("column." + column),
                texts.text("meaning." + column),
                sheets.stream().map(plan -> texts.text("sheet." + plan.key())).collect(Collectors.joining(", "))));
    }

    private void line(String name, String meaning, String where) {
        Cells.text(sheet, row, 0, name);
        Cells.text(sheet, row, 1, meaning);
        Cells.text(sheet, row, 2, where);
        Headings.fitHeight(
                sheet,
                row,
                Headings.lines(name, WIDTHS[0]),
                Headings.lines(meaning, WIDTHS[1]),
                Headings.lines(where, WIDTHS[2]));
        sheet.range(row, 0, row, COLUMNS - 1)
                .style()
                .fontColor(Palette.INK)
                .wrapText(true)
                .verticalAlignment("top")
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, Palette.RULE)
                .set();
        sheet.style(row++, 0).bold().fontColor(Palette.INK).set();
    }
}
