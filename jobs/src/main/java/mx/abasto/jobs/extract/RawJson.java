package mx.abasto.jobs.extract;

/**
 * A row as it was sent, as a JSON object: the contract's columns with the text of the cell that each comes from,
 * in the file's order, bad text shown as U+FFFD.
 */
final class RawJson {
    private static final String HEX = "0123456789abcdef";

    private RawJson() {}

    /** The object of all cells of a row that has as many as its header, and of what expressions made of them. */
    static String of(Records record, ColumnMapping mapping) {
        return of(record, mapping, 0, mapping.widthComputed());
    }

    /** The object of the cells {@code from} until before {@code to}. */
    static String of(Records record, ColumnMapping mapping, int from, int to) {
        StringBuilder json = new StringBuilder(256).append('{');
        for (int cell = from; cell < to; cell++) {
            for (String name : mapping.namesOf(cell)) {
                if (!record.isFailed(cell)) {
                    if (json.length() > 1) {
                        json.append(',');
                    }
                    appendText(json, name);
                    json.append(':');
                    appendText(json, StrictText.shown(record.cell(cell)));
                }
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
