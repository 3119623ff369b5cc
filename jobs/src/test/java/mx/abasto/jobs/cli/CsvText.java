package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV as RFC 4180 has it, letter by letter. */
public final class CsvText {
    private CsvText() {}

    public static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (char letter : (text + "\n").toCharArray()) {
            if (letter == '"') {
                // A doubled quote closes and opens again; the letter itself is put back then.
                isQuoted = !isQuoted;
                cell.append('"');
            } else if (!isQuoted && (letter == ',' || letter == '\n')) {
                row.add(unquoted(cell.toString()));
                cell.setLength(0);
                if (letter == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(letter);
            }
        }
        return rows;
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
