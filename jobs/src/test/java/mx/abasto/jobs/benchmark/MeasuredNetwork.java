package mx.abasto.jobs.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import mx.abasto.common.files.Folders;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.model.IsoWeek;

/** A network, and the one lake that is made of it at a time; each command on it is a process of its own. */
final class MeasuredNetwork {
    static final LocalDate OPENING = LocalDate.of(2025, 1, 6);

    private final List<String> product;
    private final Path network;
    private final Path home;

    private MeasuredNetwork(List<String> product, Path network, Path home) {
        this.product = product;
        this.network = network;
        this.home = home;
    }

    /**
     * One that lies there already.
     *
     * @param home where its lake goes
     */
    static MeasuredNetwork at(BenchmarkOptions options, Path network, Path home) {
        return new MeasuredNetwork(options.product(), network, home);
    }

    /** Has the product generate one in a folder; the words say which. */
    static MeasuredNetwork generated(BenchmarkOptions options, Path folder, String... words)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.getParent());
        new Child(Path.of(folder + ".said"), "-Xmx1500m")
                .with(options.product())
                .with("generate", "--out", folder.toString())
                .with(words)
                .run(null);
        return at(options, folder, folder.resolve("var"));
    }

    static List<LocalDate> nights(int count) {
        return IntStream.range(0, count).mapToObj(OPENING::plusDays).toList();
    }

    Path extracts() {
        return network.resolve("extracts");
    }

    Sample night(LocalDate night, String... javaOptions) throws IOException, InterruptedException {
        return child(javaOptions).with("nightly", "--date", night.toString()).run(work("nightly/" + night));
    }

    Sample week(IsoWeek week, int revision, String... javaOptions) throws IOException, InterruptedException {
        return child(javaOptions)
                .with("weekly", "--week", week.toString())
                .run(work("weekly/" + week + "-" + revision));
    }

    /** All nights in one process, and the weeks that they complete. */
    void nightsUntil(LocalDate last, String... javaOptions) throws IOException, InterruptedException {
        child(javaOptions)
                .with("catch-up", "--from", OPENING.toString(), "--until", last.toString())
                .run(null);
    }

    private Child child(String... javaOptions) throws IOException {
        Files.createDirectories(home);
        return new Child(home.resolve("said.txt"), javaOptions)
                .environment("ABASTO_LAKE", home.resolve("lake").toString())
                .environment("ABASTO_WORK", home.resolve("work").toString())
                .with(product)
                .with("--config", network.resolve("abasto.yml").toString());
    }

    private Path work(String run) {
        return home.resolve("work").resolve(run);
    }

    /** Rows that a published night read of its extracts. */
    long rowsRead(LocalDate night) {
        return runJson(night).proof().rowsRead();
    }

    /** From the night before having been published to the night being so. */
    double secondsBetween(LocalDate before, LocalDate night) {
        return Duration.between(publishedAt(before), publishedAt(night)).toMillis() / 1e3;
    }

    private Instant publishedAt(LocalDate night) {
        RunJson.Ran ran = runJson(night).ran();
        if (ran == null) {
            throw new IllegalStateException("the run.json of " + night + " does not say when it was published");
        }
        return ran.publishedAt();
    }

    private RunJson runJson(LocalDate night) {
        return lake().night(night).orElseThrow().runJson();
    }

    /** Rows of the key inventory of a published week. */
    long inventoryRows(IsoWeek week) {
        return lake().week(week, 1).orElseThrow().runJson().outputs().stream()
                .filter(item -> item.path().startsWith("key_inventory/"))
                .mapToLong(RunJson.Item::rows)
                .sum();
    }

    private Lake lake() {
        return new Lake(HadoopPlace.at(home.resolve("lake").toUri()), home.resolve("cache"));
    }

    /** Removes its lake, so that the opening night can be run again. */
    void forget() throws IOException {
        Folders.delete(home);
    }

    /** Removes what was generated too. */
    void delete() throws IOException {
        forget();
        Folders.delete(network);
    }
}
