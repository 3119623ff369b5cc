package mx.abasto.jobs.synthetic;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.jobs.synthetic.DayBook.Adjusted;
import mx.abasto.jobs.synthetic.FaultPlan.Planned;
import mx.abasto.jobs.synthetic.Finding.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What only a long look back can see: a site that loses a little every week and once very much (SIG-01), and a unit
 * that closes its doors for more than a week and goes on counting (SIG-02).
 */
final class SignalFaults {

    private static final int HISTORY_WEEKS_MIN = 5;
    private static final int HISTORY_WEEKS_MAX = 13;
    private static final int STEADY_NIGHTS = 28;
    private static final int SILENT_NIGHTS = 7;
    private static final int NIGHTS_BEFORE = 5;

    private final World world;
    private final Truth truth;
    private final List<Long> weeks = new ArrayList<>();
    private @Nullable SiteState loser;
    private @Nullable SiteState silent;
    private String outlierFault = "";
    private long thisWeek;
    private boolean isPlanted;
    private String outlierStory = "";
    private int silentFrom = Integer.MAX_VALUE;
    private int silentTo;

    SignalFaults(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
    }

    /** Whether the nights are enough for the signal to be seen. */
    static boolean haveRoom(FaultKind kind, GeneratorOptions options) {
        int daysToMonday = Math.floorMod(8 - options.from().getDayOfWeek().getValue(), 7);
        return kind == FaultKind.UNIT_SILENT
                ? options.nights() > STEADY_NIGHTS + SILENT_NIGHTS + 1
                : options.nights() >= daysToMonday + 7 * (HISTORY_WEEKS_MIN + 1);
    }

    /** Takes its sites before any other fault; what is planned is its own from now on. */
    List<Planned> open(List<Planned> waiting) {
        List<Planned> mine =
                waiting.stream().filter(planned -> planned.kind().isSignal()).toList();
        Dice dice = Dice.of(world.options().seed(), "signals");
        List<SiteState> sites = new ArrayList<>(world.sites());
        dice.shuffle(sites);
        for (Planned planned : mine) {
            if (planned.kind() == FaultKind.UNIT_SILENT) {
                silent = sites.stream()
                        .filter(state -> state.site().isUnit())
                        .findFirst()
                        .orElseThrow();
                world.claims().takeExtract(silent.site(), Extract.STOCK);
                int latest = world.nights().last() - SILENT_NIGHTS;
                silentFrom = (int) dice.between(STEADY_NIGHTS, latest);
                silentTo = Math.min(
                        silentFrom + SILENT_NIGHTS - 1 + (int) dice.between(0, 4),
                        world.nights().last());
            } else {
                loser = sites.get(sites.size() - 1);
                world.claims().takeExtract(loser.site(), Extract.ADJUSTMENTS);
            }
        }
        return mine;
    }

    /** In the morning: the weekly loss, the great loss once history is long enough, and the closing of the doors. */
    void strike(int night) {
        if (silent != null && night == silentFrom - NIGHTS_BEFORE) {
            // What other faults have begun there must be over.
            world.claims().loseCounts(silent.site());
        }
        if (silent != null && night == silentFrom) {
            closeDoors(silent);
        }
        if (loser != null && world.date(night).getDayOfWeek() == DayOfWeek.WEDNESDAY) {
            lose(loser, night, 1 + weeks.size() % 3);
        }
        if (loser != null
                && !isPlanted
                && weeks.size() >= HISTORY_WEEKS_MIN
                && world.date(night).getDayOfWeek() == DayOfWeek.THURSDAY) {
            loseVeryMuch(loser, night);
        }
    }

    private void closeDoors(SiteState state) {
        String story = "%s treats nobody from %s to %s, and counts its stock every night."
                .formatted(state.site().title(), world.date(silentFrom), world.date(silentTo));
        Identity identity = Identity.ofClues("SIG-02", state.site().clues());
        truth.add(Finding.planted(truth.nextFault(), identity, silentFrom + SILENT_NIGHTS - 1, silentTo, story));
    }

    boolean isSilent(SiteState state, int night) {
        return state == silent && night >= silentFrom && night <= silentTo;
    }

    private void lose(SiteState state, int night, long pieces) {
        Cell cell = fullest(state, 1);
        if (cell != null && cell.usable() > pieces) {
            write(state, cell, "DAMAGED", pieces, night);
        }
    }

    private void loseVeryMuch(SiteState state, int night) {
        long[] bound = bound();
        long needed = (bound[0] + 3 * bound[1]) / 2 + 1 - thisWeek;
        Cell cell = bound[1] == 0 ? null : fullest(state, Integer.MAX_VALUE);
        long pieces = cell == null ? 0 : Math.max(1, needed / cell.lot().item().priceCents() + 1);
        if (cell != null && pieces <= cell.usable()) {
            write(state, cell, "STOLEN", pieces, night);
            outlierFault = truth.nextFault();
            isPlanted = true;
            outlierStory =
                    "In a week %s loses what it never did: on %s %d pieces of %s lot %s are written off as STOLEN."
                            .formatted(
                                    state.site().title(),
                                    world.date(night),
                                    pieces,
                                    cell.lot().item().clave(),
                                    cell.lot().title());
        }
    }

    private static void write(SiteState state, Cell cell, String reason, long pieces, int night) {
        cell.move(-pieces, night);
        state.book().adjust(reason, cell.lot(), -pieces);
    }

    /** The cell with most pieces, or with most money where a piece's price counts up to so much. */
    private @Nullable Cell fullest(SiteState state, long priceMax) {
        Cell fullest = null;
        long most = 0;
        for (Item item : world.itemsOf(state.site())) {
            for (Cell cell : state.shelves().of(item)) {
                long weight = cell.usable() * Math.min(priceMax, item.priceCents());
                if (weight > most && !world.claims().isTaken(state.site(), item)) {
                    fullest = cell;
                    most = weight;
                }
            }
        }
        return fullest;
    }

    /** At the site's close. */
    void listen(SiteState state) {
        if (state == loser) {
            for (Adjusted line : state.book().adjusted()) {
                thisWeek += Math.max(0, -line.pieces()) * line.lot().item().priceCents();
            }
        }
    }

    /** On the last night of a week that was a whole one. */
    void close(int night) {
        if (loser == null || world.date(night).getDayOfWeek() != DayOfWeek.SUNDAY) {
            return;
        }
        if (night >= 6) {
            long value = thisWeek;
            long[] bound = bound();
            if (weeks.size() >= HISTORY_WEEKS_MIN && bound[1] > 0 && 2 * value > bound[0] + 3 * bound[1]) {
                list(loser, value, bound[0], night);
            }
            weeks.add(value);
        }
        thisWeek = 0;
    }

    private void list(SiteState state, long value, long twiceMedian, int night) {
        boolean isTheOne = !outlierStory.isEmpty();
        String fault = outlierFault.isEmpty() ? truth.nextFault() : outlierFault;
        outlierFault = fault;
        truth.add(new Finding(
                fault,
                Identity.ofClues("SIG-01", state.site().clues()),
                () -> (twiceMedian + 100) / 200,
                () -> (2 * value + 100) / 200,
                night,
                night,
                isTheOne,
                isTheOne ? outlierStory : "Against so small a history this week's write-offs stand out as well."));
        outlierStory = "";
    }

    /** In hundredths: twice the median of the last weeks, and four times their MAD. */
    private long[] bound() {
        List<Long> last = weeks.subList(Math.max(0, weeks.size() - HISTORY_WEEKS_MAX), weeks.size());
        if (last.isEmpty()) {
            return new long[] {0, 0};
        }
        long twiceMedian = twiceMedian(last);
        return new long[] {
            twiceMedian,
            twiceMedian(
                    last.stream().map(week -> Math.abs(2 * week - twiceMedian)).toList())
        };
    }

    private static long twiceMedian(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2);
    }
}
