package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.ColumnOrigin;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Source;

/** The lookup tables of a night's profiles, by file, sender's column and contract's column. */
public final class Lookups {

    /** No table at all. */
    public static final Lookups NONE = new Lookups(Map.of());

    private record Use(String file, String from, String column) {}

    private final Map<Use, LookupTable> tables;

    private Lookups(Map<Use, LookupTable> tables) {
        this.tables = tables;
    }

    /** The lookup files that the profiles of these sources name. */
    static SortedSet<String> filesOf(List<Source> sources) {
        SortedSet<String> files = new TreeSet<>();
        usesOf(sources).forEach(use -> files.add(use.file()));
        return files;
    }

    private static Set<Use> usesOf(List<Source> sources) {
        Set<Use> uses = new LinkedHashSet<>();
        for (Source source : sources) {
            Profile profile = source.profile();
            for (Extract extract : Extract.values()) {
                profile.columnsOf(extract).forEach((column, origin) -> {
                    if (origin instanceof ColumnOrigin.Lookup lookup) {
                        uses.add(new Use(lookup.file(), lookup.from(), column));
                    }
                });
            }
        }
        return uses;
    }

    /** Where the copy of a lookup file lies in the folder of landed ones. */
    static Path landed(Path folder, String file) {
        return folder.resolve(URLEncoder.encode(file, StandardCharsets.UTF_8));
    }

    /**
     * Reads the landed copies of all lookup files.
     *
     * @throws AbastoException (UNUSABLE) if one of them cannot be used
     */
    static Lookups read(Path folder, List<Source> sources) throws IOException {
        Map<Use, LookupTable> tables = new HashMap<>();
        for (Use use : usesOf(sources)) {
            if (!Files.exists(landed(folder, use.file()))) {
                throw AbastoException.failed(
                        "The lookup file %s is not among those that the night landed: the configuration has changed since. Delete the night's work folder and run the same command again."
                                .formatted(use.file()));
            }
            tables.put(
                    use,
                    LookupTable.read(
                            Files.newInputStream(landed(folder, use.file())),
                            "The lookup file " + use.file(),
                            use.from(),
                            use.column()));
        }
        return new Lookups(tables);
    }

    LookupTable table(ColumnOrigin.Lookup lookup, String column) {
        return requireNonNull(
                tables.get(new Use(lookup.file(), lookup.from(), column)), () -> "no table was read for " + lookup);
    }
}
