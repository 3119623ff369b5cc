package mx.abasto.jobs.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Plants what looks like a fault and is none, and tells it: no rule may flag what it touches. */
final class NearMisses {

    private static final String HEADER = "what,night,clues,clave,lot,document_no,story";
    private static final int FAULTS_A_ROUND = 60;

    /** What a near-miss touches; what it does not touch is empty. */
    record NearMiss(
            NearMissKind what, int night, String clues, String clave, String lot, String document, String story) {

        static NearMiss ofCell(NearMissKind what, int night, Site site, Lot lot, String document, String story) {
            return new NearMiss(what, night, site.clues(), lot.item().clave(), lot.title(), document, story);
        }

        static NearMiss ofFile(NearMissKind what, int night, Site site, String file, String story) {
            return new NearMiss(what, night, site.clues(), "", "", file, story);
        }
    }

    private record Planned(NearMissKind kind, int night) {}

    private final World world;
    private final List<Planned> waiting = new ArrayList<>();
    private final List<NearMiss> told = new ArrayList<>();
    private final CounterNearMisses counters;
    private final ShelfNearMisses shelves;
    private final RoadNearMisses road;
    private final FileNearMisses files;

    NearMisses(World world) {
        this.world = world;
        this.counters = new CounterNearMisses(world, told);
        this.shelves = new ShelfNearMisses(world, told);
        this.road = new RoadNearMisses(world, told);
        this.files = new FileNearMisses(world, told);
        plan();
    }

    /** One of each where there are faults, and more where there are many. */
    private void plan() {
        int faults = FaultPlan.of(world.options()).size();
        Dice dice = Dice.of(world.options().seed(), "near misses");
        int rounds = (faults + FAULTS_A_ROUND - 1) / FAULTS_A_ROUND;
        for (int round = 0; round < rounds; round++) {
            for (NearMissKind kind : NearMissKind.values()) {
                long latest = kind.isOfADate() ? 1 : world.nights().last() - 4;
                waiting.add(new Planned(kind, (int) dice.between(1, latest)));
            }
        }
    }

    /** In the morning, after the faults. */
    void strike(int night, Agenda agenda, ExtraFiles extras) {
        waiting.removeIf(planned -> planned.night() <= night
                && !planned.kind().isInFiles()
                && plant(planned.kind(), night, agenda, extras));
    }

    private boolean plant(NearMissKind kind, int night, Agenda agenda, ExtraFiles extras) {
        if (kind.isOnTheRoad()) {
            return road.plant(kind, night, agenda);
        }
        return kind.isOnAShelf() ? shelves.plant(kind, night, agenda) : counters.plant(kind, night, agenda, extras);
    }

    /** At a site's close, before its books become files. */
    void send(SiteState state, int night, ExtraFiles extras) {
        waiting.removeIf(planned -> planned.night() <= night
                && planned.kind().isInFiles()
                && files.plant(planned.kind(), state, night, extras));
    }

    /** By night, then as they were planted. */
    List<NearMiss> told() {
        return told.stream().sorted(Comparator.comparingInt(NearMiss::night)).toList();
    }

    void write(Path file) {
        Table table = new Table(HEADER);
        for (NearMiss miss : told()) {
            table.add(
                    miss.what(),
                    world.date(miss.night()),
                    miss.clues(),
                    miss.clave(),
                    miss.lot(),
                    miss.document(),
                    miss.story());
        }
        table.write(file);
    }
}
