package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;

/** The files that tonight's pull landed, in taking order. */
final class LandedFiles {
    /** One of them; {@code taken} is its number in taking order. */
    record LandedFile(long taken, ExtractFileName name, Path landed, long landedAt, long bytes) {
        InputStream open() throws IOException {
            return ByteRange.of(landed, landedAt, bytes);
        }
    }

    private final List<LandedFile> files = new ArrayList<>();

    /** Reads the {@code landed_all} view of a session. */
    static LandedFiles of(Session session, NightRun run) {
        LandedFiles landed = new LandedFiles();
        Path landedBytes = run.work().of("pull").resolve(PullStep.BYTES);
        try (Statement statement = session.connection().createStatement();
                ResultSet rows =
                        statement.executeQuery("select taken, path, landed_at, bytes from landed_all order by taken")) {
            while (rows.next()) {
                String path = rows.getString("path");
                String name = path.substring(path.lastIndexOf('/') + 1);
                landed.files.add(new LandedFile(
                        rows.getLong("taken"),
                        ExtractFileName.parse(name).orElseThrow(),
                        landedBytes,
                        rows.getLong("landed_at"),
                        rows.getLong("bytes")));
            }
            return landed;
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot read the list of landed files: " + failure.getMessage(), failure);
        }
    }

    List<LandedFile> extracts() {
        return files.stream().filter(file -> !file.name().isControl()).toList();
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
