package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Dataset;

/** Published files, each held against what its run.json says of it. */
final class PublishedFile {
    private static final Map<String, Dataset> NIGHTLY = byName(NightlyDatasets.ALL);
    private static final Map<String, Dataset> WEEKLY = byName(WeeklyDatasets.ALL);

    private final Place lake;
    private final Path scratch;

    /**
     * A file as it was read.
     *
     * @param bytes how many there were; 0 if it is gone or cannot be read
     * @param difference a sentence that starts with its name
     */
    record Read(boolean isGone, long bytes, Optional<String> difference) {}

    /** @param scratch where a file that lies elsewhere is copied to while it is looked at */
    PublishedFile(Place lake, Path scratch) {
        this.lake = requireNonNull(lake, "lake is null");
        this.scratch = requireNonNull(scratch, "scratch is null");
    }

    private static Map<String, Dataset> byName(List<Dataset> datasets) {
        return datasets.stream().collect(Collectors.toMap(Dataset::name, dataset -> dataset));
    }

    /** What is different about a file's bytes, to follow its name; empty if nothing is. */
    static Optional<String> difference(Hashes.Content found, RunJson.Item said) {
        if (found.bytes() != said.bytes()) {
            return Optional.of("has %,d bytes, but its run.json says %,d".formatted(found.bytes(), said.bytes()));
        }
        return found.sha256().equals(said.sha256())
                ? Optional.empty()
                : Optional.of("has SHA-256 %s, but its run.json says %s".formatted(found.sha256(), said.sha256()));
    }

    /** Reads a file of a run, whatever is wrong with it. */
    Read read(RunFolder run, RunJson.Item item) {
        String name = run.folder() + "/" + item.path();
        try {
            Optional<Path> local = lake.local(name);
            return local.isPresent()
                    ? held(run, item, Hashes.of(local.get()), local.get())
                    : heldThroughACopy(run, item, name);
        } catch (NoSuchFileException | FileNotFoundException absent) {
            return new Read(true, 0, Optional.of(name + " is gone"));
        } catch (IOException failure) {
            return new Read(false, 0, Optional.of(name + " cannot be read: " + failure.getMessage()));
        }
    }

    private Read heldThroughACopy(RunFolder run, RunJson.Item item, String name) throws IOException {
        Path copy = Files.createTempFile(Files.createDirectories(scratch), "verify", ".partial");
        try {
            Hashes.Content content;
            try (InputStream from = lake.open(name);
                    OutputStream to = Files.newOutputStream(copy)) {
                content = Hashes.copy(from, to);
            }
            return held(run, item, content, copy);
        } finally {
            Files.delete(copy);
        }
    }

    private static Read held(RunFolder run, RunJson.Item item, Hashes.Content found, Path file) {
        return new Read(
                false,
                found.bytes(),
                difference(found, item).or(() -> undeclared(run, item, file)).map(text -> "%s/%s %s"
                        .formatted(run.folder(), item.path(), text)));
    }

    /** What about a file is not as its dataset is declared, or its rows are not as many as said. */
    private static Optional<String> undeclared(RunFolder run, RunJson.Item item, Path file) {
        int slash = item.path().indexOf('/');
        if (slash < 0) {
            // A document for people.
            return Optional.empty();
        }
        Dataset dataset =
                (run.night() == null ? WEEKLY : NIGHTLY).get(item.path().substring(0, slash));
        if (dataset == null) {
            return Optional.of("is of no dataset that this version of abasto knows");
        }
        try {
            long rows = ParquetFooters.conformingRows(file, dataset);
            return rows == item.rows()
                    ? Optional.empty()
                    : Optional.of("has %,d rows, but its run.json says %,d".formatted(rows, item.rows()));
        } catch (AbastoException failure) {
            return Optional.of(
                    failure.getCause() == null
                            ? "does not have the columns that " + dataset.name() + " is declared with"
                            : "is not a whole Parquet file");
        }
    }
}
