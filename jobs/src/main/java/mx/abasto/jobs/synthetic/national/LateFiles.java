package mx.abasto.jobs.synthetic.national;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import mx.abasto.jobs.synthetic.Extract;

/** What sites did not send on a night, under the names of that night: it comes with the next. */
final class LateFiles {

    record Part(Extract extract, ByteArrayOutputStream bytes, long rows) {}

    private final String night;
    private final Map<String, Part> parts = new TreeMap<>();

    /** @param night as the names of files write it */
    LateFiles(String night) {
        this.night = night;
    }

    void keep(Place place, Extract extract, Lines lines) {
        if (lines.rows() == 0) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            lines.writeTo(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException("memory cannot be written to", failure);
        }
        parts.put(NightFiles.name(extract, place.clues(), night), new Part(extract, bytes, lines.rows()));
    }

    void each(BiConsumer<String, Part> action) {
        parts.forEach(action);
    }
}
