package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;

/**
 * Removes the datasets of old nights. A night's run.json stays as it is, as a link of the chain, and beside it from then
 * on a note that says so; never a week's last night, and none that a later night or week reads. The caller holds the
 * lake. Whatever ends it early, it is ended by doing it again.
 */
public final class Pruner {
    private final Lake lake;
    private final Place place;

    /**
     * A night that can be pruned.
     *
     * @param files how many files its datasets have, and {@code bytes} how large they are together
     */
    public record OldNight(LocalDate night, int files, long bytes) {}

    public Pruner(Lake lake) {
        this.lake = requireNonNull(lake, "lake is null");
        this.place = lake.place();
    }

    /**
     * The nights to prune so that the newest {@code keptNights} stay, oldest first.
     *
     * @param correctionWindowNights how far back nights are configured to look for corrections
     * @throws AbastoException (UNUSABLE) if a later night or week would miss them, or the chain of nights is broken
     */
    public List<OldNight> plan(int keptNights, int correctionWindowNights) {
        int needed = Retention.nightsNeeded(correctionWindowNights);
        if (keptNights < needed) {
            throw AbastoException.unusable(("abasto.keep-nights is %d, but nights and weeks to come look back as far as"
                            + " %d nights. Make it %d or more in abasto.yml; nothing was pruned.")
                    .formatted(keptNights, needed, needed));
        }
        List<LocalDate> nights = lake.nights();
        if (nights.isEmpty()) {
            return List.of();
        }
        LocalDate last = nights.get(nights.size() - 1);
        List<LocalDate> old = nights.stream()
                .filter(night -> Retention.isPrunable(night, last, keptNights))
                .toList();
        if (!old.isEmpty()) {
            requireMadeWeeks(nights, old.get(old.size() - 1));
            requireUnbroken(nights);
        }
        return old.stream().filter(this::isWhole).map(this::described).toList();
    }

    /** A week that is still to be made reads its own nights, and those before. */
    private void requireMadeWeeks(List<LocalDate> nights, LocalDate newestPruned) {
        TreeSet<IsoWeek> weeks = new TreeSet<>();
        nights.forEach(night -> weeks.add(IsoWeek.of(night)));
        for (IsoWeek week : weeks) {
            boolean isComplete = nights.containsAll(week.days());
            LocalDate earliest = week.end().minusDays(Retention.NIGHTS_LEAST - 1L);
            if (isComplete && lake.revisions(week) == 0 && !earliest.isAfter(newestPruned)) {
                throw AbastoException.unusable(
                        ("%s is not made yet, and needs nights that would be pruned. Make it first: abasto weekly --week"
                                        + " %s. Nothing was pruned.")
                                .formatted(week, week));
            }
        }
    }

    /** What is broken is not to be made worse: who mends it needs what is there. */
    private void requireUnbroken(List<LocalDate> nights) {
        NightChain.requireNoGap(nights);
        SortedMap<LocalDate, Lake.Published> runs = new TreeMap<>();
        nights.forEach(night -> lake.night(night).ifPresent(run -> runs.put(night, run)));
        NightChain.requireUnbroken(runs);
    }

    /** Whether anything is left of it to prune. */
    private boolean isWhole(LocalDate night) {
        try {
            return place.list(Lake.nightFolder(night)).stream().anyMatch(Place.Entry::isFolder);
        } catch (IOException failure) {
            throw failed(night, failure);
        }
    }

    private OldNight described(LocalDate night) {
        Lake.Published run = lake.night(night).orElseThrow();
        return new OldNight(night, run.runJson().outputs().size(), PrunedNight.bytes(run));
    }

    /**
     * Prunes one night of the {@link #plan}.
     *
     * @throws AbastoException (FAILED) if another has taken over the lake; if the lake does not take it, and the night may
     *     then be pruned in part
     */
    public void prune(OldNight old, LakeHold hold) {
        hold.requireHeld();
        Lake.Published run = lake.night(old.night()).orElseThrow();
        try {
            if (!lake.isPruned(run)) {
                note(run, hold);
            }
            for (String dataset : datasets(run)) {
                place.delete(run.folder() + "/" + dataset);
            }
            lake.forget(run);
        } catch (IOException failure) {
            throw failed(old.night(), failure);
        }
    }

    /** First the note, whole: who verifies meanwhile then knows why files go. */
    private void note(Lake.Published run, LakeHold hold) throws IOException {
        String staged = Staging.free(place, "pruned/" + run.folder(), hold);
        try (OutputStream file = place.create(staged)) {
            file.write(PrunedNight.text(run).getBytes(StandardCharsets.UTF_8));
        }
        place.renameToFree(staged, run.folder() + "/" + PrunedNight.FILE_NAME);
    }

    private static List<String> datasets(Lake.Published run) {
        TreeSet<String> tops = new TreeSet<>();
        run.runJson().outputs().forEach(item -> tops.add(item.path().split("/", 2)[0]));
        return new ArrayList<>(tops);
    }

    private static AbastoException failed(LocalDate night, IOException failure) {
        return AbastoException.failed(
                "The night %s was not pruned: %s. Run the same command again.".formatted(night, failure.getMessage()),
                failure);
    }
}
