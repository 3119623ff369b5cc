package mx.abasto.common.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import mx.abasto.common.model.AbastoException;
import org.jspecify.annotations.Nullable;

/** Nights that follow one another, each naming the one before by its hash. */
final class NightChain {
    private NightChain() {}

    /**
     * Makes sure that none of these nights was replaced.
     *
     * @throws AbastoException (UNUSABLE) naming the first that is not the one that the next was built on
     */
    static void requireUnbroken(SortedMap<LocalDate, Lake.Published> runs) {
        Lake.@Nullable Published before = null;
        LocalDate dateBefore = LocalDate.MIN;
        for (LocalDate night : runs.keySet()) {
            Lake.Published run = runs.get(night);
            if (before != null && dateBefore.plusDays(1).equals(night) && !isBuiltOn(run, before)) {
                throw AbastoException.unusable(("%s/run.json is not the one that the night %s was built on: it was"
                                + " replaced after it was published. Nothing is built on it. Restore the folder from a"
                                + " backup; abasto verify says what else differs.")
                        .formatted(before.folder(), night));
            }
            before = run;
            dateBefore = night;
        }
    }

    /**
     * Makes sure that none of the nights between these is missing.
     *
     * @throws AbastoException (UNUSABLE) naming the first that is
     */
    static void requireNoGap(List<LocalDate> nights) {
        for (int index = 1; index < nights.size(); index++) {
            LocalDate expected = nights.get(index - 1).plusDays(1);
            if (!nights.get(index).equals(expected)) {
                throw AbastoException.unusable(("%s is missing, though there are nights before and after it. Nothing is"
                                + " built on them. Restore the folder from a backup; abasto verify says what else"
                                + " differs.")
                        .formatted(Lake.nightFolder(expected)));
            }
        }
    }

    static boolean isBuiltOn(Lake.Published run, Lake.Published before) {
        return before.sha256().equals(run.runJson().previousSha256());
    }
}
