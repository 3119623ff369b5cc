package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.StagedRows;

/**
 * Lands the lookup files that profiles name: found in the reference folder, else in the configuration's own, copied and
 * hashed beside the reference data (contract section 3). What cannot be used refuses the run (UNUSABLE).
 */
final class LookupLanding {
    private static final String FOLDER = "lookups";

    private final Settings settings;
    private final Place reference;
    private final Place own;

    LookupLanding(Settings settings) {
        this.settings = requireNonNull(settings, "settings is null");
        this.reference = HadoopPlace.at(settings.reference());
        this.own = ownPlace(settings);
    }

    /** The configuration's own folder. */
    static Place ownPlace(Settings settings) {
        return HadoopPlace.at(URI.create(settings.folder().toUri().toString().replaceFirst("/$", "")));
    }

    /** Where a step's folder holds the landed copies. */
    static Path folderIn(Path output) {
        return output.resolve(FOLDER);
    }

    /** Copies the files into a step's folder, and adds a row for each that is not reference data anyway. */
    void land(Path output, StagedRows files) throws IOException {
        Path folder = Files.createDirectories(folderIn(output));
        for (String file : Lookups.filesOf(settings.sources())) {
            boolean isReference = reference.exists(file);
            if (!isReference && !own.exists(file)) {
                throw AbastoException.unusable(
                        "The lookup file %s is neither in the reference folder %s nor beside the configuration in %s. Put it into one of them and run again."
                                .formatted(file, reference.address(), own.address()));
            }
            Path copy = Lookups.landed(folder, file);
            Hashes.Content content;
            try (InputStream from = (isReference ? reference : own).open(file);
                    OutputStream to = Files.newOutputStream(copy)) {
                content = Hashes.copy(from, to);
            }
            if (!isReference || !isReferenceData(file)) {
                files.write(
                        (isReference ? "reference/" : "lookup/") + file,
                        Long.toString(content.bytes()),
                        content.sha256(),
                        Long.toString(rows(copy, file)));
            }
        }
        Lookups.read(folder, settings.sources()); // refuses those that cannot be used before anything is read
    }

    private static boolean isReferenceData(String file) {
        return Arrays.stream(ReferenceFile.values())
                .anyMatch(known -> known.fileName().equals(file));
    }

    private static long rows(Path copy, String file) throws IOException {
        long records = 0;
        try (CsvRecords counted = CsvRecords.open(Files.newInputStream(copy), file, CsvDialect.CANONICAL)) {
            while (counted.next()) {
                records++;
            }
        } catch (UnreadableFileException unreadable) {
            return 0; // refused with its reason when its table is read
        }
        return Math.max(0, records - 1);
    }
}
