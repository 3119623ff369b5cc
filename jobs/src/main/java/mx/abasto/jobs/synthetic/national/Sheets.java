package mx.abasto.jobs.synthetic.national;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import mx.abasto.jobs.synthetic.Extract;

/** A site's extracts of a night in the making. */
final class Sheets {

    private final Map<Extract, Lines> lines = new EnumMap<>(Extract.class);

    Sheets() {
        Arrays.stream(Extract.values()).forEach(extract -> lines.put(extract, new Lines()));
    }

    Lines of(Extract extract) {
        Lines found = lines.get(extract);
        if (found == null) {
            throw new IllegalStateException("no lines of " + extract);
        }
        return found;
    }

    void clear() {
        lines.values().forEach(Lines::clear);
    }
}
