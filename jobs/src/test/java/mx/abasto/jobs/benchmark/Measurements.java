package mx.abasto.jobs.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mx.abasto.common.files.Folders;
import mx.abasto.common.model.IsoWeek;

/** Everything that is measured, one after another: nothing else of ours runs meanwhile. */
final class Measurements {
    private static final String HEAP = "-Xmx1g";
    /** As the README runs the sample. */
    private static final String[] BRIEF = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"};

    private static final int MEASURED_NIGHTS = 4;
    private static final int WEEK_NIGHTS = 7;

    private final BenchmarkOptions options;
    private final Path scratch;
    private final Consumer<String> progress;
    private final List<Figure> figures = new ArrayList<>();

    Measurements(BenchmarkOptions options, Consumer<String> progress) {
        this.options = options;
        this.scratch = options.folder().resolve("scratch");
        this.progress = progress;
    }

    List<Figure> all() throws IOException, InterruptedException, SQLException {
        Folders.delete(scratch);
        starts();
        smallNights();
        String whole = options.isQuick() ? "small" : "nation";
        nationAndWeek(whole);
        smallFiles(whole);
        states("one state", 1);
        states(options.likeIt() + " like it", options.likeIt());
        Folders.delete(scratch);
        return figures;
    }

    private void add(String name, long rows, List<Sample> samples, List<Double> floor) {
        Figure figure = new Figure(name, rows, samples, floor);
        figures.add(figure);
        progress.accept("%s: %.1f s".formatted(name, figure.seconds()));
    }

    private void starts() throws IOException, InterruptedException {
        List<Sample> helps = new ArrayList<>();
        List<Sample> nights = new ArrayList<>();
        MeasuredNetwork sample = MeasuredNetwork.at(options, options.samples(), scratch.resolve("sample"));
        long rows = 0;
        for (int run = 0; run < options.runs(); run++) {
            sample.forget();
            nights.add(sample.night(MeasuredNetwork.OPENING, BRIEF));
            rows = sample.rowsRead(MeasuredNetwork.OPENING);
            helps.add(new Child(scratch.resolve("sample/help.txt"), BRIEF)
                    .with(options.product())
                    .with("--help")
                    .run(null));
        }
        add("--help", 0, helps, List.of());
        add("sample, first nightly", rows, nights, List.of());
    }

    /** In the second of two weeks that one process runs. */
    private void smallNights() throws IOException, InterruptedException {
        String[] words = {"--sites", "16", "--claves", "60", "--nights", "14", "--seed", "1"};
        MeasuredNetwork small = MeasuredNetwork.generated(options, scratch.resolve("small"), words);
        LocalDate last = MeasuredNetwork.OPENING.plusDays(12);
        small.nightsUntil(last, HEAP);
        List<Sample> samples = new ArrayList<>();
        for (LocalDate night = last.minusDays(4); !night.isAfter(last); night = night.plusDays(1)) {
            samples.add(Sample.of(small.secondsBetween(night.minusDays(1), night)));
        }
        add("16 sites, running process", small.rowsRead(last), samples, List.of());
        small.delete();
    }

    private MeasuredNetwork whole(String name, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("--national"));
        words.addAll(List.of(more));
        if (options.isQuick()) {
            words.addAll(List.of("--state", options.like()));
        }
        return MeasuredNetwork.generated(options, scratch.resolve(name), words.toArray(String[]::new));
    }

    private void nationAndWeek(String whole) throws IOException, InterruptedException, SQLException {
        MeasuredNetwork nation = whole("nation", "--nights", "" + WEEK_NIGHTS);
        List<LocalDate> nights = MeasuredNetwork.nights(MEASURED_NIGHTS);
        List<List<Sample>> samples = new ArrayList<>();
        List<List<Double>> floors = new ArrayList<>();
        nights.forEach(night -> {
            samples.add(new ArrayList<>());
            floors.add(new ArrayList<>());
        });
        for (int run = 0; run < options.runs(); run++) {
            nation.forget();
            List<Double> floor = Floor.run(nation.extracts(), scratch.resolve("floor"), nights);
            Folders.delete(scratch.resolve("floor"));
            for (int i = 0; i < nights.size(); i++) {
                samples.get(i).add(nation.night(nights.get(i), HEAP));
                floors.get(i).add(floor.get(i));
            }
        }
        for (int i = 0; i < nights.size(); i++) {
            String name = i == 0 ? whole + ", opening night" : "%s, night %d".formatted(whole, i + 1);
            add(name, nation.rowsRead(nights.get(i)), samples.get(i), floors.get(i));
        }
        week(whole, nation);
        nation.delete();
    }

    /** It stands on its own seven nights: there are no earlier ones. */
    private void week(String whole, MeasuredNetwork nation) throws IOException, InterruptedException {
        for (LocalDate night : MeasuredNetwork.nights(WEEK_NIGHTS).subList(MEASURED_NIGHTS, WEEK_NIGHTS)) {
            nation.night(night, HEAP);
        }
        IsoWeek week = IsoWeek.of(MeasuredNetwork.OPENING);
        List<Sample> samples = new ArrayList<>();
        for (int revision = 1; revision <= options.runs(); revision++) {
            samples.add(nation.week(week, revision, HEAP));
        }
        add(whole + ", week", nation.inventoryRows(week), samples, List.of());
    }

    private void smallFiles(String whole) throws IOException, InterruptedException, SQLException {
        MeasuredNetwork nation = whole("small-files", "--nights", "1", "--small-files");
        last(whole + ", opening, small files", nation, 1);
    }

    private void states(String name, int count) throws IOException, InterruptedException, SQLException {
        String[] words = {"--national", "--nights", "2", "--state", options.like(), "--states", "" + count};
        MeasuredNetwork states = MeasuredNetwork.generated(options, scratch.resolve("states"), words);
        last(name + ", night 2", states, 2);
    }

    /** The last of so many nights from the opening on. */
    private void last(String name, MeasuredNetwork network, int count)
            throws IOException, InterruptedException, SQLException {
        List<LocalDate> nights = MeasuredNetwork.nights(count);
        List<Sample> samples = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        for (int run = 0; run < options.runs(); run++) {
            network.forget();
            floors.add(Floor.run(network.extracts(), scratch.resolve("floor"), nights)
                    .get(count - 1));
            Folders.delete(scratch.resolve("floor"));
            Sample last = Sample.of(0);
            for (LocalDate night : nights) {
                last = network.night(night, HEAP);
            }
            samples.add(last);
        }
        add(name, network.rowsRead(nights.get(count - 1)), samples, floors);
        network.delete();
    }
}
