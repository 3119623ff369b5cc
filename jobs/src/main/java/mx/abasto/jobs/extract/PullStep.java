package mx.abasto.jobs.extract;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.Settings.Source;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;

/**
 * Pulls: copies every file that no published night has taken, hashes it on the way, and lands the reference data.
 * Writes {@code landed}, {@code source_sites} and the reference datasets. Nothing is changed at a source.
 */
public final class PullStep implements RunStep<NightRun> {
    static final String CONTROL = "control";

    /** The bytes of all files landed, one after the other: thousands of small files would cost more than they hold. */
    static final String BYTES = "bytes";

    /** A file copied: where its bytes begin, and what was copied. */
    private record Landed(DeliveredFile file, long landedAt, Hashes.Content content) {}

    @Override
    public String name() {
        return "pull";
    }

    @Override
    public void run(NightRun run, Path output) throws IOException {
        try (Session session = run.session()) {
            new ReferenceLanding(run.settings()).land(session, output);
            List<Landed> landed = land(run, output);
            writeLanded(session, landed, output);
            writeSourceSites(session, run.settings().sources(), output);
        }
    }

    private static List<Landed> land(NightRun run, Path output) throws IOException {
        SourceListing listing = new SourceListing(run.settings(), run.date());
        TakenBefore takenBefore = TakenBefore.of(run);
        List<DeliveredFile> offered = run.settings().sources().stream()
                .flatMap(source -> listing.of(source).stream())
                .sorted(DeliveredFile.TAKING_ORDER)
                .toList();
        List<Landed> landed = new ArrayList<>();
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(output.resolve(BYTES)))) {
            long landedAt = 0;
            for (DeliveredFile file : offered) {
                if (takenBefore.knows(file) && takenBefore.has(file, hashOf(file))) {
                    continue;
                }
                try (InputStream from = file.place().open(file.name().name())) {
                    Landed copied = new Landed(file, landedAt, Hashes.copy(from, to));
                    landed.add(copied);
                    landedAt += copied.content().bytes();
                }
            }
        }
        return landed;
    }

    private static String hashOf(DeliveredFile file) throws IOException {
        try (InputStream bytes = file.place().open(file.name().name())) {
            return Hashes.copy(bytes, OutputStream.nullOutputStream()).sha256();
        }
    }

    private static void writeLanded(Session session, List<Landed> landed, Path output) throws IOException {
        Map<String, Long> filesByName = landed.stream()
                .collect(Collectors.groupingBy(each -> each.file().name().name(), Collectors.counting()));
        Path staged = output.resolve("landed.tsv");
        try (StagedRows rows = new StagedRows(staged)) {
            long taken = 0;
            for (Landed each : landed) {
                DeliveredFile file = each.file();
                ExtractFileName name = file.name();
                taken++;
                rows.write(
                        Long.toString(taken),
                        // Where two files of a night share a name, only their paths tell them apart.
                        filesByName.getOrDefault(name.name(), 1L) > 1 ? file.inputPath() : name.name(),
                        file.inputPath(),
                        file.source(),
                        name.extract().map(Extract::label).orElse(CONTROL),
                        name.who(),
                        name.date().toString(),
                        each.content().sha256(),
                        Long.toString(each.content().bytes()),
                        Long.toString(each.landedAt()));
            }
        }
        session.load("landed", WorkDatasets.LANDED, staged);
        session.writeRelation("landed", WorkDatasets.LANDED, output);
    }

    private static void writeSourceSites(Session session, List<Source> sources, Path output) throws IOException {
        Path staged = output.resolve("source_sites.tsv");
        try (StagedRows rows = new StagedRows(staged)) {
            for (Source source : sources) {
                for (String clues : source.sites()) {
                    rows.write(source.name(), clues);
                }
            }
        }
        session.load("source_sites", WorkDatasets.SOURCE_SITES, staged);
        session.writeRelation("source_sites", WorkDatasets.SOURCE_SITES, output);
    }
}
