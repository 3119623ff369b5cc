package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Place;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;

/**
 * Lands the reference folder: every file copied and hashed, read, and written as a dataset (contract section 1). A file
 * or row that cannot be used refuses the run with {@link AbastoException} (UNUSABLE).
 */
public final class ReferenceLanding {
    private static final Map<ReferenceFile, Dataset> DATASETS = Map.of(
            ReferenceFile.SITES, ReferenceDatasets.SITES,
            ReferenceFile.CATALOGUE, ReferenceDatasets.CATALOGUE,
            ReferenceFile.ASSORTMENT, ReferenceDatasets.ASSORTMENT,
            ReferenceFile.ROUTES, ReferenceDatasets.ROUTES,
            ReferenceFile.EXPECTED, ReferenceDatasets.EXPECTED,
            ReferenceFile.RECALLS, ReferenceDatasets.RECALLS,
            ReferenceFile.ALIASES, ReferenceDatasets.ALIASES);

    private static final String REFERENCE = "reference/";
    private static final String FILES = "files.tsv";

    /** Aliases first: the other files may name a unit by its former code. */
    private static final List<ReferenceFile> IN_READING_ORDER = Stream.of(ReferenceFile.values())
            .sorted(Comparator.comparing(file -> file == ReferenceFile.ALIASES ? 0 : 1))
            .toList();

    private final Settings settings;
    private final Place reference;

    public ReferenceLanding(Settings settings) {
        this.settings = settings;
        this.reference = HadoopPlace.at(settings.reference());
    }

    /**
     * Writes every reference dataset, and {@code reference_files}, into a step's folder.
     *
     * @return the former codes of units, which the datasets do not have any more
     */
    public Aliases land(Session session, Path output) throws IOException {
        return land(session, output, files -> {});
    }

    /** As {@link #land(Session, Path)}, and the lookup files that the profiles of sources name. */
    Aliases landWithLookups(Session session, Path output) throws IOException {
        return land(session, output, files -> new LookupLanding(settings).land(output, files));
    }

    /**
     * What has changed since a finished step landed the reference data into its folder, lookup files among them if it
     * landed some: a phrase for each file, such as {@code reference/sites.csv has other bytes}.
     *
     * @throws IOException if the reference data cannot be read
     */
    public List<String> changedSince(Path landed) throws IOException {
        Map<String, String> before = new TreeMap<>();
        for (String line : Files.readAllLines(stagingIn(landed).resolve(FILES), StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            before.put(cells[0], cells[2]);
        }
        List<String> changed = new ArrayList<>();
        Set<String> gone = new TreeSet<>(before.keySet());
        for (Map.Entry<String, String> now : present(before.keySet()).entrySet()) {
            gone.remove(now.getKey());
            String known = before.get(now.getKey());
            if (!now.getValue().equals(known)) {
                changed.add(now.getKey() + (known == null ? " is new" : " has other bytes"));
            }
        }
        gone.forEach(file -> changed.add(file + " is gone"));
        return changed;
    }

    /** The hashes of reference files that are there now, and of those among the named ones that are not reference data. */
    private Map<String, String> present(Set<String> named) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        Set<String> files = new TreeSet<>(named);
        for (ReferenceFile file : ReferenceFile.values()) {
            files.add(REFERENCE + file.fileName());
        }
        for (String file : files) {
            String name = file.substring(file.indexOf('/') + 1);
            Place place = file.startsWith(REFERENCE) ? reference : LookupLanding.ownPlace(settings);
            if (place.exists(name)) {
                try (InputStream bytes = place.open(name)) {
                    hashes.put(
                            file,
                            Hashes.copy(bytes, OutputStream.nullOutputStream()).sha256());
                }
            }
        }
        return hashes;
    }

    private static Path stagingIn(Path output) {
        return output.resolve("reference");
    }

    /** Lands further files and adds a row for each. */
    private interface FurtherFiles {
        void land(StagedRows files) throws IOException;
    }

    private Aliases land(Session session, Path output, FurtherFiles furtherFiles) throws IOException {
        Path staging = Files.createDirectories(stagingIn(output));
        Aliases aliases = Aliases.NONE;
        try (StagedRows files = new StagedRows(staging.resolve(FILES))) {
            for (ReferenceFile file : IN_READING_ORDER) {
                Dataset dataset = requireNonNull(DATASETS.get(file), "no dataset for " + file);
                if (reference.exists(file.fileName())) {
                    Hashes.Content content = copy(file, staging);
                    long rows = load(file, dataset, session, staging, aliases);
                    files.write(
                            REFERENCE + file.fileName(),
                            Long.toString(content.bytes()),
                            content.sha256(),
                            Long.toString(rows));
                } else if (file.isOptional()) {
                    session.view(dataset, List.of());
                } else {
                    throw ReferenceReader.missing(file);
                }
                session.writeRelation(dataset.name(), dataset, output);
                if (file == ReferenceFile.ALIASES) {
                    aliases = Aliases.of(session);
                }
            }
            furtherFiles.land(files);
        }
        session.load("reference_files", WorkDatasets.REFERENCE_FILES, staging.resolve(FILES));
        session.writeRelation("reference_files", WorkDatasets.REFERENCE_FILES, output);
        return aliases;
    }

    private Hashes.Content copy(ReferenceFile file, Path staging) throws IOException {
        try (InputStream from = reference.open(file.fileName());
                OutputStream to = Files.newOutputStream(staging.resolve(file.fileName()))) {
            return Hashes.copy(from, to);
        }
    }

    private static long load(ReferenceFile file, Dataset dataset, Session session, Path staging, Aliases aliases)
            throws IOException {
        Path staged = staging.resolve(dataset.name() + ".tsv");
        long rows;
        try (StagedRows sink = new StagedRows(staged)) {
            InputStream copy = Files.newInputStream(staging.resolve(file.fileName()));
            rows = ReferenceReader.read(file, copy, aliases, (rowNo, cells) -> sink.write(cells));
        }
        session.load(dataset.name(), dataset, staged);
        return rows;
    }
}
