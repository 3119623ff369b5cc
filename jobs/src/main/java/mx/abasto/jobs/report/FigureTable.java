package mx.abasto.jobs.report;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The cover's figures: this week, the week before where it is published, the change, and whether that is good. */
final class FigureTable {
    private static final int COLUMNS = 8;
    private static final int NAME = 1;
    private static final int NOW = 2;
    private static final int BEFORE = 3;
    private static final int CHANGE = 4;
    private static final int READING = 5;
    private static final int DETAIL = 6;

    private final Worksheet sheet;
    private final Edition edition;
    private final Texts texts;

    FigureTable(Worksheet sheet, Edition edition) {
        this.sheet = sheet;
        this.edition = edition;
        this.texts = edition.texts();
    }

    /** Writes it from a row on; returns the row after it. */
    int write(Connection connection, int first) throws SQLException {
        Map<String, Map<String, BigDecimal>> weeks = read(connection);
        String thisWeek = edition.run().week().toString();
        Map<String, BigDecimal> now = weeks.getOrDefault(thisWeek, Map.of());
        weeks.remove(thisWeek);
        Map<String, BigDecimal> before =
                weeks.isEmpty() ? Map.of() : weeks.values().iterator().next();
        int row = first;
        header(row++);
        for (Figure.Group group : Figure.GROUPS) {
            Headings.band(sheet, row++, COLUMNS, texts.text("figures." + group.key()));
            for (Figure figure : group.figures()) {
                line(row++, figure, now, before);
            }
        }
        return row;
    }

    private void header(int row) {
        String[] keys = {"figures.name", "figures.now", "figures.before", "figures.change", "figures.reading"};
        for (int index = 0; index < keys.length; index++) {
            Cells.text(sheet, row, NAME + index, texts.text(keys[index]));
        }
        Cells.text(sheet, row, DETAIL, texts.text("figures.detail"));
        Headings.tableHeader(sheet, row, COLUMNS);
        sheet.rowHeight(row, 20);
    }

    private void line(int row, Figure figure, Map<String, BigDecimal> now, Map<String, BigDecimal> before) {
        Cells.text(sheet, row, NAME, texts.text("figure." + figure.name()));
        sheet.style(row, NAME).fontColor(Palette.INK).set();
        BigDecimal value = now.get(figure.name());
        BigDecimal last = before.get(figure.name());
        figure(row, NOW, figure, value);
        sheet.style(row, NOW).bold().fontColor(Palette.INK).set();
        figure(row, BEFORE, figure, last);
        if (value != null && last != null) {
            change(row, figure, value.subtract(last));
        }
        Cells.text(sheet, row, DETAIL, detail(figure, now));
        sheet.style(row, DETAIL).fontColor(Palette.QUIET).set();
        sheet.range(row, NAME, row, COLUMNS - 1)
                .style()
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, Palette.RULE)
                .set();
    }

    /** What a figure is made of or counts; null where its group says so. */
    private @Nullable String detail(Figure figure, Map<String, BigDecimal> now) {
        String key = "part." + figure.name();
        if (figure.part() != null && figure.whole() != null) {
            return texts.text(key, whole(now.get(figure.part())), whole(now.get(figure.whole())));
        }
        return texts.has(key) ? texts.text(key) : null;
    }

    private void figure(int row, int column, Figure figure, @Nullable BigDecimal value) {
        if (value == null) {
            Cells.text(sheet, row, column, "–");
        }
        Cells.number(sheet, row, column, value);
        sheet.style(row, column)
                .fontColor(Palette.INK)
                .horizontalAlignment("right")
                .format(format(figure.kind()))
                .set();
    }

    private void change(int row, Figure figure, BigDecimal change) {
        boolean isShare = figure.kind() == ColumnKind.SHARE;
        Cells.number(sheet, row, CHANGE, isShare ? change.movePointRight(2) : change);
        String digits = isShare ? "0.00\" " + texts.text("points") + "\"" : format(figure.kind());
        sheet.style(row, CHANGE)
                .fontColor(Palette.INK)
                .horizontalAlignment("right")
                .format("+" + digits + ";-" + digits + ";" + digits)
                .set();
        Reading reading = Reading.of(figure.better(), change.signum());
        Cells.text(sheet, row, READING, texts.text("reading." + reading.name()));
        sheet.style(row, READING)
                .horizontalAlignment("center")
                .bold()
                .fontColor(reading.colour())
                .set();
    }

    /** Shares with all digits that the datasets have: a change of a hundredth of a point is one. */
    private static String format(ColumnKind kind) {
        return switch (kind) {
            case SHARE -> "0.00%";
            case MONEY -> "#,##0.00";
            default -> "#,##0";
        };
    }

    private static @Nullable Long whole(@Nullable BigDecimal number) {
        return number == null ? null : number.longValueExact();
    }

    private Map<String, Map<String, BigDecimal>> read(Connection connection) throws SQLException {
        Map<String, Map<String, BigDecimal>> weeks = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("select * from figures where scope_id = ?")) {
            statement.setString(1, edition.scope().id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, BigDecimal> figures = new HashMap<>();
                    for (int column = 3; column <= rows.getMetaData().getColumnCount(); column++) {
                        BigDecimal value = rows.getBigDecimal(column);
                        if (value != null) {
                            figures.put(rows.getMetaData().getColumnName(column), value);
                        }
                    }
                    weeks.put(rows.getString("week"), figures);
                }
            }
        }
        return weeks;
    }

    /** What a change says, in a word and a colour. */
    private enum Reading {
        BETTER(Palette.GOOD),
        WORSE(Palette.BAD),
        UP(Palette.INK),
        DOWN(Palette.INK),
        SAME(Palette.QUIET);

        private final String colour;

        Reading(String colour) {
            this.colour = colour;
        }

        String colour() {
            return colour;
        }

        static Reading of(Figure.Better better, int sign) {
            if (sign == 0) {
                return SAME;
            }
            return switch (better) {
                case MORE -> sign > 0 ? BETTER : WORSE;
                case LESS -> sign > 0 ? WORSE : BETTER;
                case NEITHER -> sign > 0 ? UP : DOWN;
            };
        }
    }
}
