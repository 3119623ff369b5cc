package mx.abasto.common.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration (contract section 3), bounds checked.
 *
 * @param folder the configuration's own: lookup files that are not among the reference data are looked for there
 * @param lake where runs are published
 * @param work a local folder that may be deleted between runs
 * @param reference where the reference data lie
 * @param transitDays days on the road where routes.csv does not say
 * @param graceDays nights that the other side's extract may lag
 * @param lookbackDays days before the night whose folders are listed too
 * @param correctionWindowNights nights within which redelivered and corrected lines are recognised
 * @param retireDays days without movement or count after which an empty cell leaves the balance
 * @param memory of the SQL engine
 * @param threads of the SQL engine
 * @param repository the job repository's database
 * @param sources where extracts come from, in the order in which they are named
 * @param profiles how foreign exports are read, by name, the contract's own among them
 * @param extraRules a local folder with rules of one's own, if there is one
 * @param language of what is made for people to read: the week's workbook and page
 * @param keepNights how many of the newest nights keep their datasets when the lake is pruned; all if absent
 * @param spill how much the SQL engine may spill to the work folder's disk; nine tenths of what is free if absent
 */
public record Settings(
        Path folder,
        URI lake,
        Path work,
        URI reference,
        int transitDays,
        int graceDays,
        int lookbackDays,
        int correctionWindowNights,
        int retireDays,
        String memory,
        int threads,
        Repository repository,
        List<Source> sources,
        Map<String, Profile> profiles,
        @Nullable Path extraRules,
        Language language,
        @Nullable Integer keepNights,
        @Nullable String spill) {

    /** A hundred years. */
    private static final int DAYS_MAX = 36_500;

    private static final int THREADS_MAX = 1024;

    /** The job repository's database: a JDBC address, and who asks. */
    public record Repository(
            String url, @Nullable String user, @Nullable Secret password) {
        @Override
        public String toString() {
            return "Repository[url=" + Secret.maskedIn(url) + "]";
        }
    }

    public Settings {
        requireWithin("transit-days", transitDays, 0, DAYS_MAX);
        requireWithin("grace-days", graceDays, 0, DAYS_MAX);
        requireWithin("lookback-days", lookbackDays, 0, DAYS_MAX);
        requireWithin("correction-window-nights", correctionWindowNights, 35, DAYS_MAX);
        requireWithin("retire-days", retireDays, 1, DAYS_MAX);
        requireWithin("threads", threads, 1, THREADS_MAX);
        sources = List.copyOf(sources);
        profiles = Collections.unmodifiableMap(new TreeMap<>(profiles));
    }

    /** The same with other sources. */
    public Settings withSources(List<Source> others) {
        return with(others, language, memory, threads, spill);
    }

    /** The same in another language. */
    public Settings withLanguage(Language other) {
        return with(sources, other, memory, threads, spill);
    }

    /** The same but for what says nothing of the result, only of what it may cost. */
    public Settings withoutLimits() {
        return with(sources, language, "", 1, null);
    }

    /** The same with a lake, a work folder and reference data of its own, all in a folder on this machine. */
    public Settings within(Path root) {
        return new Settings(
                folder,
                root.resolve("lake").toUri(),
                root.resolve("work"),
                root.resolve("reference").toUri(),
                transitDays,
                graceDays,
                lookbackDays,
                correctionWindowNights,
                retireDays,
                memory,
                threads,
                repository,
                sources,
                profiles,
                extraRules,
                language,
                keepNights,
                spill);
    }

    private Settings with(
            List<Source> otherSources, Language other, String memory, int threads, @Nullable String spill) {
        return new Settings(
                folder,
                lake,
                work,
                reference,
                transitDays,
                graceDays,
                lookbackDays,
                correctionWindowNights,
                retireDays,
                memory,
                threads,
                repository,
                otherSources,
                profiles,
                extraRules,
                other,
                keepNights,
                spill);
    }

    private static void requireWithin(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw AbastoException.unusable("abasto.%s is %d; it must be from %d to %d. Correct it in abasto.yml."
                    .formatted(key, value, least, most));
        }
    }
}
