package mx.abasto.common.lake;

import java.util.Optional;
import mx.abasto.common.files.Hashes;

/** A published file held against what its run.json says of it. */
final class PublishedFile {
    private PublishedFile() {}

    /** What is different about its bytes, to follow the file's name; empty if nothing is. */
    static Optional<String> difference(Hashes.Content found, RunJson.Item said) {
        if (found.bytes() != said.bytes()) {
            return Optional.of("has %,d bytes, but its run.json says %,d".formatted(found.bytes(), said.bytes()));
        }
        return found.sha256().equals(said.sha256())
                ? Optional.empty()
                : Optional.of("has SHA-256 %s, but its run.json says %s".formatted(found.sha256(), said.sha256()));
    }
}
