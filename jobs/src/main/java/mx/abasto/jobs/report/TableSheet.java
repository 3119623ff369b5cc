package mx.abasto.jobs.report;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** Writes a {@link SheetPlan} into a worksheet, streaming its rows: some hundred are held at a time. */
final class TableSheet {
    /** Title, scope and week, order and how many rows; then the header. */
    static final int HEADER_ROW = 3;

    private static final int BLOCK_ROWS = 500;

    private final Worksheet sheet;
    private final SheetPlan plan;
    private final Edition edition;
    private final Texts texts;
    private final List<SheetColumn> columns;

    TableSheet(Worksheet sheet, SheetPlan plan, Edition edition) {
        this.sheet = sheet;
        this.plan = plan;
        this.edition = edition;
        this.texts = edition.texts();
        this.columns = plan.columns().stream().filter(edition.scope()::has).toList();
    }

    /**
     * Writes the whole sheet and finishes it.
     *
     * @return how many rows it holds, and how many there are
     */
    RowCount write(Connection connection) throws SQLException, IOException {
        RowCount count = RowCount.read(connection, plan, edition.scope());
        sheet.setTabColor(Palette.HEADER.substring(2));
        head(count);
        int row = HEADER_ROW + 1;
        String sql = "select * from %s where scope_id = ? order by place".formatted(plan.relation());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, edition.scope().id());
            try (ResultSet rows = statement.executeQuery()) {
                int[] places = places(rows);
                int blockStart = row;
                while (rows.next()) {
                    line(row++, rows, places);
                    if (row - blockStart == BLOCK_ROWS) {
                        finishBlock(blockStart, row - 1);
                        blockStart = row;
                    }
                }
                if (row > blockStart) {
                    finishBlock(blockStart, row - 1);
                }
            }
        }
        marks(row - 1);
        sheet.setAutoFilter(HEADER_ROW, 0, row - 1, columns.size() - 1);
        sheet.finish();
        return count;
    }

    private void head(RowCount count) {
        String title = texts.text("sheet." + plan.key());
        Headings.title(sheet, title + " · " + edition.scope().title(texts), edition.subtitle());
        Cells.text(sheet, 2, 0, note(count));
        sheet.style(2, 0).fontColor(Palette.QUIET).italic().set();
        for (int column = 0; column < columns.size(); column++) {
            Cells.text(
                    sheet,
                    HEADER_ROW,
                    column,
                    texts.text("column." + columns.get(column).name()));
            sheet.width(column, columns.get(column).width());
        }
        Headings.tableHeader(sheet, HEADER_ROW, columns.size());
        sheet.freezePane(plan.frozenColumns(), HEADER_ROW + 1);
        sheet.repeatRows(HEADER_ROW);
        PageSetup.landscape(sheet, edition.title() + " · " + title, texts);
    }

    private String note(RowCount count) {
        String order = texts.text("order." + plan.key());
        if (count.all() == 0) {
            return texts.text("rows.none");
        }
        if (count.isWhole()) {
            return texts.count("rows.all", count.all()) + " " + order;
        }
        return texts.text(
                        edition.scope().isNation() ? "rows.capped.nation" : "rows.capped.state",
                        count.shown(),
                        count.all(),
                        count.all() - count.shown(),
                        plan.dataset())
                + " " + order;
    }

    /** Where the result has each of the columns, looked up once: a sheet may have a million cells. */
    private int[] places(ResultSet rows) throws SQLException {
        int[] places = new int[columns.size()];
        for (int index = 0; index < places.length; index++) {
            SheetColumn column = columns.get(index);
            places[index] = rows.findColumn(
                    column.kind() == ColumnKind.PROSE ? column.name() + "_" + texts.suffix() : column.name());
        }
        return places;
    }

    private void line(int row, ResultSet rows, int[] places) throws SQLException {
        for (int index = 0; index < columns.size(); index++) {
            SheetColumn column = columns.get(index);
            Cells.value(sheet, row, index, column.kind(), places[index], rows, texts);
            if (column.kind() == ColumnKind.PROSE) {
                Headings.fitHeight(sheet, row, Headings.lines(rows.getString(places[index]), column.width()));
            }
        }
    }

    private void finishBlock(int first, int last) throws IOException {
        for (int index = 0; index < columns.size(); index++) {
            ColumnKind kind = columns.get(index).kind();
            StyleSetter style = sheet.range(first, index, last, index)
                    .style()
                    .fontColor(Palette.INK)
                    .verticalAlignment("center")
                    .horizontalAlignment(kind.alignment())
                    .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                    .borderColor(BorderSide.BOTTOM, Palette.RULE)
                    .wrapText(kind.isWrapped());
            if (kind.alignment().equals("left")) {
                // Off the number that may end right before it.
                style.indent(1);
            }
            if (kind.format() != null) {
                style.format(kind.format());
            }
            style.set();
        }
        sheet.flush();
    }

    private void marks(int lastRow) {
        for (int index = 0; index < columns.size() && lastRow > HEADER_ROW; index++) {
            String cell = "$" + (char) ('A' + index) + (HEADER_ROW + 2);
            for (Palette.Mark mark : Palette.marks(columns.get(index))) {
                sheet.range(HEADER_ROW + 1, index, lastRow, index)
                        .style()
                        .fillColor(mark.fill())
                        .fontColor(mark.font())
                        .bold()
                        .set(new ConditionalFormattingExpressionRule(
                                cell + "=\"" + texts.word(mark.word()) + "\"", false));
            }
        }
    }
}
