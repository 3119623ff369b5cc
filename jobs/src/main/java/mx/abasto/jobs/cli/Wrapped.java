package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text in lines of at most a width, broken between words; a longer word is broken where the line ends. */
final class Wrapped {
    private Wrapped() {}

    static List<String> lines(String text, int width) {
        return joined(Arrays.asList(text.strip().split("\\s+")), " ", width);
    }

    /** Parts in lines of at most a width, no part broken that fits a line of its own. */
    static List<String> joined(List<String> parts, String between, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : parts) {
            String longer = line.isEmpty() ? part : line + between + part;
            if (!line.isEmpty() && DisplayText.width(longer) > width) {
                lines.add(line);
                longer = part;
            }
            List<String> pieces = DisplayText.pieces(longer, width);
            lines.addAll(pieces.subList(0, pieces.size() - 1));
            line = pieces.get(pieces.size() - 1);
        }
        lines.add(line);
        return lines;
    }
}
