package mx.abasto.jobs.report;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mx.abasto.common.model.TextCut;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The cover's ten findings that matter most, chosen by {@code findings.sql}: a headline and a line or two each. */
final class FindingList {
    private static final int COLUMNS = 8;
    private static final int KIND = 1;
    private static final int WORDS = 2;
    private static final int VALUE = 7;

    /** What fits beside the value, in the headline's and the smaller letters. */
    private static final int HEADLINE_CHARACTERS = 100;

    private static final int DETAIL_CHARACTERS = 135;
    private static final int ORDER_CHARACTERS = 185;
    private static final int DETAIL_LINES = 2;
    private static final int DETAIL_SIZE = 9;

    private final Worksheet sheet;
    private final Edition edition;
    private final Texts texts;

    FindingList(Worksheet sheet, Edition edition) {
        this.sheet = sheet;
        this.edition = edition;
        this.texts = edition.texts();
    }

    /** Writes it from a row on; returns the row after it. */
    int write(Connection connection, int first) throws SQLException {
        int row = first;
        Cells.text(sheet, row, KIND, texts.text("findings"));
        Cells.text(sheet, row, VALUE, texts.text("findings.value"));
        Headings.tableHeader(sheet, row, COLUMNS);
        sheet.style(row, KIND).horizontalAlignment("left").set();
        sheet.style(row, VALUE).horizontalAlignment("right").set();
        sheet.rowHeight(row++, 20);
        for (String line : lines(texts.text("findings.order"), ORDER_CHARACTERS)) {
            Cells.text(sheet, row, KIND, line);
            quiet(row++);
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select * from findings where scope_id = ? order by place")) {
            statement.setString(1, edition.scope().id());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    Cells.text(sheet, row++, KIND, texts.text("findings.none"));
                    return row;
                }
                do {
                    row = finding(row, rows);
                } while (rows.next());
            }
        }
        return row;
    }

    private int finding(int first, ResultSet rows) throws SQLException {
        int row = first;
        String kind = rows.getString("kind");
        sheet.value(row, 0, rows.getLong("place"));
        sheet.style(row, 0)
                .bold()
                .fontColor(Palette.INK)
                .horizontalAlignment("center")
                .set();
        Cells.text(sheet, row, KIND, texts.word(kind));
        sheet.style(row, KIND).bold().fontColor(Palette.INK).set();
        Cells.text(sheet, row, WORDS, TextCut.shortened(headline(kind, rows), HEADLINE_CHARACTERS));
        sheet.style(row, WORDS).bold().fontColor(Palette.INK).set();
        Cells.number(sheet, row, VALUE, rows.getBigDecimal("value"));
        sheet.style(row, VALUE)
                .fontColor(Palette.INK)
                .horizontalAlignment("right")
                .format("#,##0.00")
                .set();
        row++;
        for (String line : lines(detail(kind, rows), DETAIL_CHARACTERS)) {
            Cells.text(sheet, row, WORDS, line);
            quiet(row++);
        }
        sheet.range(row - 1, 0, row - 1, COLUMNS - 1)
                .style()
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, Palette.RULE)
                .set();
        return row;
    }

    private void quiet(int row) {
        sheet.range(row, KIND, row, WORDS)
                .style()
                .fontSize(DETAIL_SIZE)
                .fontColor(Palette.QUIET)
                .set();
    }

    private String headline(String kind, ResultSet rows) throws SQLException {
        if (kind.equals("DISCREPANCY")) {
            return texts.count(
                    "finding.DISCREPANCY",
                    rows.getLong("many"),
                    rows.getString("rule"),
                    texts.word(rows.getString("severity")));
        }
        String description = rows.getString("description");
        return rows.getString("clave") + (description == null ? "" : "  " + description);
    }

    private String detail(String kind, ResultSet rows) throws SQLException {
        return switch (kind) {
            case "DISCREPANCY" ->
                texts.text("finding.DISCREPANCY.detail", rows.getString("explanation_" + texts.suffix()));
            case "SHORTAGE" -> shortage(rows);
            default ->
                texts.text(
                        "finding.EXPIRY.detail",
                        rows.getBigDecimal("pieces").longValueExact(),
                        rows.getLong("other_pieces"));
        };
    }

    /** Of a clave that only warehouses are out of, nothing is used up where it is missing: they hand it on. */
    private String shortage(ResultSet rows) throws SQLException {
        BigDecimal usedUp = rows.getBigDecimal("pieces");
        BigDecimal handedOn = rows.getBigDecimal("handed_on");
        long unfilled = rows.getLong("other_pieces");
        boolean isOfWarehouses = isNone(usedUp) && unfilled == 0 && !isNone(handedOn);
        return texts.count(
                isOfWarehouses ? "finding.SHORTAGE.warehouses" : "finding.SHORTAGE.detail",
                rows.getLong("many"),
                rows.getLong("of_many"),
                plain(isOfWarehouses ? handedOn : usedUp),
                unfilled);
    }

    private static boolean isNone(@Nullable BigDecimal pieces) {
        return pieces == null || pieces.signum() == 0;
    }

    /** With its decimals, but for zeros at the end. */
    private static @Nullable String plain(@Nullable BigDecimal pieces) {
        return pieces == null
                ? null
                : new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(pieces);
    }

    /** A text over as many lines as there may be, broken between words. */
    private static List<String> lines(String text, int charactersMax) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > charactersMax && lines.size() < DETAIL_LINES - 1) {
            int end = rest.lastIndexOf(' ', charactersMax);
            int cut = end > 0 ? end : TextCut.wholeEnd(rest, charactersMax);
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add(TextCut.shortened(rest, charactersMax));
        return lines;
    }
}
