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
     * What a name says.
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
