package mx.abasto.common.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import mx.abasto.common.sql.ColumnType;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import org.jspecify.annotations.Nullable;

/** A run of one dataset, small enough to be seen whole. */
final class TestRun {
    static final Dataset SHELVES = Dataset.named("shelves")
            .with(ColumnType.STRING, "clave")
            .with(ColumnType.BIGINT, "pieces")
            .sortedBy("clave");

    private TestRun() {}

    /** A work folder in which a step is done whose one dataset has the rows of a select. */
    static WorkFolder work(Path root, String select) throws IOException {
        WorkFolder work = new WorkFolder(root);
        work.delete(TestHold.SOLE);
        Path aside = work.begin("count", TestHold.SOLE);
        try (Session session = Session.open(new EngineLimits("256MB", 1, root.resolveSibling("spill")))) {
            Files.createDirectories(aside.resolve("shelves"));
            session.run(
                    "shelves",
                    "copy (%s) to '%s' (format parquet, compression zstd)"
                            .formatted(select, aside.resolve("shelves/part-0.parquet")));
        }
        work.finish("count", TestHold.SOLE);
        return work;
    }

    static RunJson manifest(List<RunJson.Item> outputs) {
        return manifest(outputs, null, Instant.EPOCH);
    }

    static RunJson manifest(List<RunJson.Item> outputs, @Nullable String previousSha256, Instant publishedAt) {
        return new RunJson(
                "0123456789abcdef",
                "nightly",
                "2025-01-06",
                null,
                null,
                "development",
                new TreeMap<>(),
                null,
                List.of(),
                outputs,
                RunJson.Proof.ofNight(0, 0, 0, 0, List.of()),
                previousSha256,
                new RunJson.Ran(Instant.EPOCH, publishedAt));
    }
}
