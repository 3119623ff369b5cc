package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.FileNaming;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * What a file of mended rows is called: as the one that was sent, but later in taking order.
 *
 * @param isRecognised whether the source's files may be called so
 */
record MendedName(String name, boolean isRecognised) {
    private static final String MENDED = "-2";
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;
    private static final Pattern FORM = Pattern.compile("(.*?)(\\.csv\\.gz|\\.csv\\.zip|\\.[A-Za-z0-9]{1,8})?");

    /** The name for a file, as quarantine names it, of a source; null for a source that is configured no more. */
    static MendedName of(String file, @Nullable Source source) {
        String bare = file.substring(file.lastIndexOf('/') + 1);
        Matcher form = FORM.matcher(bare);
        String stem = form.matches() ? form.group(1) : bare;
        Optional<ExtractFileName> canonical = ExtractFileName.parse(bare);
        if (canonical.isPresent()) {
            long seq = canonical.get().seq();
            String unnumbered = seq == 0 ? stem : stem.substring(0, stem.lastIndexOf('_'));
            return new MendedName("%s_%d.csv".formatted(unnumbered, seq + 1), true);
        }
        return source == null
                ? new MendedName(stem + MENDED + ".csv", false)
                : recognised(bare, stem, FileNaming.of(source));
    }

    /** Puts the mark where the source's patterns still read the same out of the name, as near to its end as can be. */
    private static MendedName recognised(String bare, String stem, FileNaming naming) {
        List<Reading> sent = readings(bare, naming);
        for (int place = stem.length(); place > 0; place--) {
            String name = stem.substring(0, place) + MENDED + stem.substring(place) + ".csv";
            if (!sent.isEmpty() && readings(name, naming).equals(sent)) {
                return new MendedName(name, true);
            }
        }
        return new MendedName(stem + MENDED + ".csv", false);
    }

    /** What must stay as it was sent. */
    private record Reading(Optional<Extract> extract, LocalDate date) {}

    private static List<Reading> readings(String name, FileNaming naming) {
        return naming.parse(name, ANY_DAY).stream()
                .map(read -> new Reading(read.extract(), read.date()))
                .toList();
    }
}
