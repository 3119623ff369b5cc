package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the files of a source are named: by its profile's patterns where it has one, else as the contract says. */
public final class FileNaming {
    private final String source;
    private final Map<Extract, FilePattern> patterns;

    private FileNaming(String source, Map<Extract, FilePattern> patterns) {
        this.source = source;
        this.patterns = patterns;
    }

    /** The names that a source's profile gives. */
    public static FileNaming of(Source source) {
        requireNonNull(source, "source is null");
        return new FileNaming(source.name(), source.profile().files());
    }

    /**
     * Why a name that is an extract's gives no date, in words that go on from the name; empty for a name that is none of
     * this source's, or that gives a date.
     */
    public Optional<String> undated(String name) {
        for (FilePattern pattern : patterns.values()) {
            Optional<String> why = pattern.undated(name);
            if (why.isPresent()) {
                return why;
            }
        }
        return ExtractFileName.undated(name)
                .filter(extract -> !patterns.containsKey(extract))
                .map(extract ->
                        "is one of %1$s, but gives no date; the contract's names are such as %1$s_OCIMB000012_20250120.csv"
                                .formatted(extract.label()));
    }

    /**
     * What a name says
     *
     * @param folderDate the date of the folder that the file lies in; null if the folder has none
     * @return empty for a name that is none of this source's
     */
    public Optional<ExtractFileName> parse(String name, @Nullable LocalDate folderDate) {
        for (Extract extract : Extract.values()) {
            FilePattern pattern = patterns.get(extract);
            if (pattern != null) {
                Optional<ExtractFileName> named = pattern.parse(name, extract, source, folderDate);
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        return ExtractFileName.parse(name).filter(named -> named.extract()
                .map(extract -> !patterns.containsKey(extract))
                .orElse(true));
    }
}
