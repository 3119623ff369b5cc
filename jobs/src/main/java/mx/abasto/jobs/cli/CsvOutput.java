package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.files.CsvLine;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it: a header, cells quoted where they need it, an empty cell for NULL, lists as JSON text. */
final class CsvOutput implements RowOutput {
    private final PrintWriter out;

    CsvOutput(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void header(List<String> columns) {
        out.print(CsvLine.CANONICAL.of(new ArrayList<>(columns)));
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        List<@Nullable String> texts = new ArrayList<>();
        cells.forEach(cell -> texts.add(text(cell)));
        out.print(CsvLine.CANONICAL.of(texts));
    }

    @Override
    public void end() {
        out.flush();
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> list) {
            return JsonOutput.text(list);
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
