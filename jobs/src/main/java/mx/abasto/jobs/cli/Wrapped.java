package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.model.TextCut;

/** Text in lines of at most a width, broken between words; a longer word is broken where the line ends. */
final class Wrapped {
    private Wrapped() {}

    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > width) {
                int end = TextCut.wholeEnd(line, width);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
