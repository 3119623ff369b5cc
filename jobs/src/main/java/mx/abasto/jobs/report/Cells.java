package mx.abasto.jobs.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import mx.abasto.common.model.TextCut;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Puts values into cells as Excel can hold them without loss: what it would round, cut short or take for something else
 * becomes text, or is marked as cut.
 */
final class Cells {
    /** Excel's limit. */
    static final int CHARACTERS_MAX = 32_767;

    /** Excel keeps so many digits of a number. */
    private static final int DIGITS_MAX = 15;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** What Excel reads as a character of that number, though it is only text. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Cells() {}

    /** Text; never a formula, whatever it begins with. */
    static void text(Worksheet sheet, int row, int column, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        String escaped = ESCAPE.matcher(text).replaceAll("_x005F_");
        sheet.value(row, column, TextCut.shortened(escaped, CHARACTERS_MAX));
    }

    /** A number, digit by digit as the engine gives it. */
    static void number(Worksheet sheet, int row, int column, @Nullable BigDecimal number) {
        if (number == null) {
            return;
        }
        if (number.stripTrailingZeros().precision() > DIGITS_MAX) {
            sheet.value(row, column, number.toPlainString());
        } else {
            sheet.value(row, column, number);
        }
    }

    static void date(Worksheet sheet, int row, int column, @Nullable LocalDate date) {
        if (date == null) {
            return;
        }
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            sheet.value(row, column, date.toString());
        } else {
            sheet.value(row, column, date);
        }
    }

    /** The value of a result's column, counted from 1, as its kind says. */
    static void value(Worksheet sheet, int row, int column, ColumnKind kind, int from, ResultSet rows, Texts texts)
            throws SQLException {
        switch (kind) {
            case TEXT, PROSE -> text(sheet, row, column, rows.getString(from));
            case WORD -> {
                String value = rows.getString(from);
                text(sheet, row, column, value == null ? null : texts.word(value));
            }
            case STATE -> {
                String value = rows.getString(from);
                text(sheet, row, column, value == null ? null : texts.state(value));
            }
            case PIECES, RATE_2, RATE_3, MONEY, SHARE -> number(sheet, row, column, rows.getBigDecimal(from));
            case DATE -> date(sheet, row, column, rows.getObject(from, LocalDate.class));
        }
    }
}
