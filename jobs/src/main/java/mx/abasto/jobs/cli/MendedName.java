package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        String name = stem + "-2.csv";
        boolean isRecognised = source != null
                && FileNaming.of(source).parse(name, LocalDate.EPOCH).isPresent();
        return new MendedName(name, isRecognised);
    }
}
