package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.sql.Session;

/** The files that tonight's pull landed, in taking order. */
final class LandedFiles {
    /** One of them as one extract; {@code taken} is its number in taking order, {@code inputPath} what run.json names it. */
    record LandedFile(
            long taken, String source, String inputPath, ExtractFileName name, Path landed, long landedAt, long bytes)
            implements FileBytes {
        @Override
        public InputStream open() throws IOException {
            return ByteRange.of(landed, landedAt, bytes);
        }

        @Override
        public Path path() throws IOException {
            if (landedAt != 0 || Files.size(landed) != bytes) {
                throw new IllegalStateException(name.name() + " did not land in a file of its own");
            }
            return landed;
        }
    }

    private final List<LandedFile> files = new ArrayList<>();

    /** Reads the {@code landed_all} view of a session. */
    static LandedFiles of(Session session, NightRun run) {
        LandedFiles landed = new LandedFiles();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery("select * from landed_all order by taken")) {
            while (rows.next()) {
                landed.files.add(new LandedFile(
                        rows.getLong("taken"),
                        rows.getString("source"),
                        rows.getString("path"),
                        nameOf(rows),
                        run.work().of(rows.getString("landed_in")),
                        rows.getLong("landed_at"),
                        rows.getLong("bytes")));
            }
            return landed;
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot read the list of landed files: " + failure.getMessage(), failure);
        }
    }

    private static ExtractFileName nameOf(ResultSet row) throws SQLException {
        return new ExtractFileName(
                row.getString("name"),
                Extract.labelled(row.getString("extract")),
                row.getString("who"),
                row.getObject("delivered_for", LocalDate.class),
                row.getLong("seq"));
    }

    /** Each file as the extracts that it is, in the contract's order of them. */
    List<List<LandedFile>> extracts() {
        Map<String, List<LandedFile>> byPath = new LinkedHashMap<>();
        files.stream()
                .filter(file -> !file.name().isControl())
                .sorted(Comparator.comparing(file -> file.name().extract().orElseThrow(), Comparator.naturalOrder()))
                .forEach(file -> byPath.computeIfAbsent(file.inputPath(), path -> new ArrayList<>())
                        .add(file));
        return List.copyOf(byPath.values());
    }

    List<LandedFile> controls() {
        return files.stream().filter(file -> file.name().isControl()).toList();
    }

    Map<Long, LandedFile> byNumber() {
        Map<Long, LandedFile> byNumber = new HashMap<>();
        files.forEach(file -> byNumber.put(file.taken(), file));
        return byNumber;
    }
}
