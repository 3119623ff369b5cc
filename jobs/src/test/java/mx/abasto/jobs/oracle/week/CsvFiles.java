package mx.abasto.jobs.oracle.week;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.oracle.Table;

/** CSV files that are read, changed and written back under their header. */
final class CsvFiles {

    private CsvFiles() {}

    static List<Map<String, String>> rows(Path file) throws IOException {
        return new ArrayList<>(Table.read(file).rows());
    }

    /** Writes a file's rows anew; its header stays. */
    static void write(Path file, List<Map<String, String>> rows) throws IOException {
        List<String> header = Table.read(file).header();
        List<String> lines = new ArrayList<>(List.of(String.join(",", header)));
        rows.forEach(row -> lines.add(String.join(
                ",",
                header.stream()
                        .map(column -> quoted(row.getOrDefault(column, "")))
                        .toList())));
        Files.write(file, lines);
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
