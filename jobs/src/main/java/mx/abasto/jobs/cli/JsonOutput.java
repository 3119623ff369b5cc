package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON: an array of objects, one a line, null for NULL, decimals written out. */
final class JsonOutput implements RowOutput {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final PrintWriter out;
    private List<String> columns = List.of();
    private String before = "[\n";

    JsonOutput(PrintWriter out) {
        this.out = out;
    }

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    @Override
    public void header(List<String> names) {
        columns = names;
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int index = 0; index < cells.size(); index++) {
            object.put(columns.get(index), cells.get(index));
        }
        out.print(before + text(object));
        before = ",\n";
    }

    @Override
    public void end() {
        out.print(before.equals(",\n") ? "\n]\n" : "[]\n");
        out.flush();
    }
}
