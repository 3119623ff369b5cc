package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
     * What a name says: once for each pattern that it fits, as a file may be several extracts (contract section 3); a
     * name that fits no pattern is read as the contract says.
     *
     * @param folderDate the date of the folder that the file lies in; null if the folder has none
     * @return in the contract's order of extracts; empty for a name that is none of this source's
     */
    public List<ExtractFileName> parse(String name, @Nullable LocalDate folderDate) {
        List<ExtractFileName> byPattern = Arrays.stream(Extract.values())
                .flatMap(extract -> byPattern(name, extract, folderDate).stream())
                .toList();
        return byPattern.isEmpty()
                ? ExtractFileName.parse(name).filter(this::isNamedByContract).stream()
                        .toList()
                : byPattern;
    }

    private Optional<ExtractFileName> byPattern(String name, Extract extract, @Nullable LocalDate folderDate) {
        FilePattern pattern = patterns.get(extract);
        return pattern == null ? Optional.empty() : pattern.parse(name, extract, source, folderDate);
    }

    private boolean isNamedByContract(ExtractFileName named) {
        return named.extract().map(extract -> !patterns.containsKey(extract)).orElse(true);
    }
}
