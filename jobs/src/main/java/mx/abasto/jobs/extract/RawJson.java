package mx.abasto.jobs.extract;

/** A row as it was sent, as a JSON object: known columns only, in the file's order, bad text shown as U+FFFD. */
final class RawJson {
    private static final String HEX = "0123456789abcdef";

    private RawJson() {}

    /** The object of all cells of a row that has as many as its header. */
    static String of(CsvRecords record, CsvHeader header) {
        return of(record, header, 0, header.width());
    }

    /** The object of the cells {@code from} until before {@code to}. */
    static String of(CsvRecords record, CsvHeader header, int from, int to) {
        StringBuilder json = new StringBuilder(256).append('{');
        for (int cell = from; cell < to; cell++) {
            if (!header.isDropped(cell)) {
                if (json.length() > 1) {
                    json.append(',');
                }
                appendText(json, header.nameOf(cell));
                json.append(':');
                appendText(json, StrictText.shown(record.cell(cell)));
            }
        }
        return json.append('}').toString();
    }

    private static void appendText(StringBuilder json, String text) {
        json.append('"');
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> appendCharacter(json, character);
            }
        }
        json.append('"');
    }

    private static void appendCharacter(StringBuilder json, char character) {
        if (character < ' ') {
            json.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 0xF));
        } else {
            json.append(character);
        }
    }
}
