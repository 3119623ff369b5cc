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
 * A file taken tonight, as delivered, and one of the extracts that it holds.
 *
 * @param place of this extract among those of the file, from 0
 * @param extracts how many extracts the file holds
 * @param folder the date of the folder that it lay in
 */
record Landed(
        OracleSource source, OracleProfile.Reading reading, int place, int extracts, LocalDate folder, byte[] bytes) {

    /** AMBIGUOUS: files of one name in two folders are two files; the older folder's comes first. */
    static final Comparator<Landed> TAKING_ORDER = Comparator.comparing(
                    (Landed f) -> f.name().date())
            .thenComparing(f -> f.name().seq())
            .thenComparing(f -> f.name().name())
            .thenComparing(Landed::folder)
            .thenComparing(f -> f.source().name())
            .thenComparing(Landed::place);

    FileName name() {
        return reading.name();
    }

    boolean isOneOfSeveral() {
        return extracts > 1;
    }

    String sha256() {
        return sha256(bytes);
    }

    /** The file's text, unpacked; empty when it is named .gz and is not whole gzip. */
    Optional<byte[]> text() {
        return text(name(), bytes);
    }

    static Optional<byte[]> text(FileName name, byte[] bytes) {
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
