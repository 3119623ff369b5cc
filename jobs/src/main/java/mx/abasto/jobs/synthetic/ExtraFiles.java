package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files beside those that every site sends of its own night: what comes late, again or mended, and controls. */
final class ExtraFiles {

    private static final String CONTROL_HEADER = "file,clues,rows,quantity,sha256";

    private record Extra(int night, String name, byte[] bytes, int rows) {}

    private final List<Extra> extras = new ArrayList<>();
    private final Map<Site, Table> controls = new LinkedHashMap<>();

    /** A file that lies in a night's folder, under any name. */
    void add(int night, String name, byte[] bytes, int rows) {
        extras.add(new Extra(night, name, bytes, rows));
    }

    /** What the site says tonight of one of its files; null is not said. */
    void control(Site site, String file, @Nullable Long rows, @Nullable Long pieces, @Nullable String sha256) {
        controls.computeIfAbsent(site, key -> new Table(CONTROL_HEADER)).add(file, site.clues(), rows, pieces, sha256);
    }

    /** Once every site has closed. */
    void write(int night, Nights nights, ExtractFiles files) {
        controls.forEach((site, table) ->
                files.write(night, ExtractFiles.controlName(site.clues(), nights.date(night)), table.bytes(), 0));
        controls.clear();
        extras.stream()
                .filter(extra -> extra.night() == night)
                .forEach(extra -> files.write(night, extra.name(), extra.bytes(), extra.rows()));
        extras.removeIf(extra -> extra.night() == night);
    }
}
