package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it: a header, cells quoted where they need it, an empty cell for NULL, lists as JSON text. */
final class CsvOutput implements RowOutput {
    private final PrintWriter out;

    CsvOutput(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void header(List<String> columns) {
        line(columns.stream());
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        line(cells.stream().map(CsvOutput::text));
    }

    @Override
    public void end() {
        out.flush();
    }

    private void line(Stream<String> cells) {
        out.print(cells.map(CsvOutput::quoted).collect(Collectors.joining(",")) + "\n");
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return JsonOutput.text(list);
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static String quoted(String cell) {
        boolean needsQuotes = cell.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter < ' ');
        return needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
