package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV with a header, read without judging it: reference data and control files. */
public record Table(List<String> header, List<Map<String, String>> rows) {

    /** No rows if there is no such file: optional reference data. */
    public static Table read(Path file) throws IOException {
        return Files.exists(file) ? parse(Files.readAllBytes(file)) : new Table(List.of(), List.of());
    }

    public static Table parse(byte[] bytes) {
        List<CsvRecord> records = CsvParser.parse(bytes);
        if (records.isEmpty()) {
            return new Table(List.of(), List.of());
        }
        List<String> header = new ArrayList<>();
        records.get(0).fields().forEach(f -> header.add(Header.normal(text(f))));
        List<Map<String, String>> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size() && i < record.fields().size(); i++) {
                row.putIfAbsent(header.get(i), text(record.fields().get(i)));
            }
            rows.add(row);
        }
        return new Table(header, rows);
    }

    private static String text(byte[] field) {
        return new String(field, StandardCharsets.UTF_8).strip();
    }
}
