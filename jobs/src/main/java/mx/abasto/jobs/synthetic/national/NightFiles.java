package mx.abasto.jobs.synthetic.national;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import mx.abasto.jobs.synthetic.Extract;

/** Writes the extracts of one night into its folder, site by site, and the states' controls (contract section 2, files). */
final class NightFiles {

    private static final int BUFFER_BYTES = 1 << 18;

    private final Path folder;
    private final FileLayout layout;
    private final String night;
    private final Map<Extract, OutputStream> open = new EnumMap<>(Extract.class);
    private final Map<Extract, Long> rows = new EnumMap<>(Extract.class);
    private final StringBuilder control = new StringBuilder();
    private String label = "";
    private long files;

    /** @param night as the names of files write it */
    NightFiles(Path folder, FileLayout layout, String night) {
        this.folder = folder;
        this.layout = layout;
        this.night = night;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make the folder " + folder, failure);
        }
    }

    /** The sites of a state follow. */
    void begin(String state) {
        label = "ESTADO-" + state;
        control.append("file,clues,rows,quantity,sha256\n");
    }

    /** A site's extract. @param more rows that its control claims beyond those there are */
    void deliver(Place place, Extract extract, Lines lines, int more) {
        String who = layout == FileLayout.BY_STATE ? label : place.clues();
        String file = name(extract, who, night);
        control.append(file).append(',').append(place.clues()).append(',').append(lines.rows() + more);
        control.append(',').append(lines.sum()).append(",\n");
        try {
            if (layout == FileLayout.BY_STATE) {
                lines.writeTo(opened(extract, file));
            } else if (lines.rows() > 0) {
                try (OutputStream stream = start(extract, file)) {
                    lines.writeTo(stream);
                }
            }
        } catch (IOException failure) {
            throw cannotWrite(file, failure);
        }
        count(extract, lines.rows());
    }

    private OutputStream opened(Extract extract, String file) throws IOException {
        OutputStream stream = open.get(extract);
        if (stream == null) {
            stream = start(extract, file);
            open.put(extract, stream);
        }
        return stream;
    }

    /** The state's files are whole. */
    void end() {
        try {
            for (OutputStream stream : open.values()) {
                stream.close();
            }
            open.clear();
            Files.writeString(folder.resolve("control_" + label + "_" + night + ".csv"), control);
        } catch (IOException failure) {
            throw cannotWrite("the files of " + label, failure);
        }
        files++;
        control.setLength(0);
    }

    /** What belongs to no state. */
    void deliver(String who, Extract extract, Lines lines) {
        String file = name(extract, who, night);
        try (OutputStream stream = start(extract, file)) {
            lines.writeTo(stream);
        } catch (IOException failure) {
            throw cannotWrite(file, failure);
        }
        count(extract, lines.rows());
    }

    /** What sites did not send on an earlier night. */
    void deliver(LateFiles late) {
        late.each((file, part) -> {
            try (OutputStream stream = start(part.extract(), file)) {
                part.bytes().writeTo(stream);
            } catch (IOException failure) {
                throw cannotWrite(file, failure);
            }
            count(part.extract(), part.rows());
        });
    }

    private void count(Extract extract, long more) {
        rows.merge(extract, more, Long::sum);
    }

    private OutputStream start(Extract extract, String file) throws IOException {
        files++;
        OutputStream stream = Files.newOutputStream(folder.resolve(file));
        OutputStream buffered = layout == FileLayout.BY_STATE ? new BufferedOutputStream(stream, BUFFER_BYTES) : stream;
        buffered.write((extract.header() + "\n").getBytes(StandardCharsets.US_ASCII));
        return buffered;
    }

    private UncheckedIOException cannotWrite(String what, IOException failure) {
        return new UncheckedIOException(
                "cannot write " + what + " in " + folder + ": is there room, and may you write there?", failure);
    }

    static String name(Extract extract, String who, String night) {
        return extract.title() + "_" + who + "_" + night + ".csv";
    }

    NationalNetwork.Night written() {
        return new NationalNetwork.Night(files, new EnumMap<>(rows));
    }
}
