package mx.abasto.jobs.oracle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file taken tonight, as delivered.
 *
 * @param folder the date of the folder that it lay in
 */
record Landed(FileName name, LocalDate folder, byte[] bytes) {

    /** AMBIGUOUS: files of one name in two folders are two files; the older folder's comes first. */
    static final Comparator<Landed> TAKING_ORDER = Comparator.comparing((Landed f) -> f.name.date())
            .thenComparing(f -> f.name.seq())
            .thenComparing(f -> f.name.name())
            .thenComparing(Landed::folder);

    String sha256() {
        return sha256(bytes);
    }

    /** The file's text, unpacked; empty when it is named .gz and is not whole gzip. */
    Optional<byte[]> text() {
        if (!name.isGzip()) {
            return Optional.of(bytes);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
