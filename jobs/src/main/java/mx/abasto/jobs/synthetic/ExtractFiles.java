package mx.abasto.jobs.synthetic;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Writes extract files under {@code extracts/{date}} (contract section 2), and counts them. */
final class ExtractFiles {

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final Path folder;
    private final Nights nights;
    private int lastNight = -1;
    private long files;
    private long rows;

    ExtractFiles(Path folder, Nights nights) {
        this.folder = folder;
        this.nights = nights;
    }

    void write(Extract extract, String who, int night, Table table) {
        LocalDate date = nights.date(night);
        Path nightFolder = folder.resolve(date.toString());
        if (night != lastNight) {
            Generator.createFolder(nightFolder);
            lastNight = night;
        }
        table.write(nightFolder.resolve(name(extract, who, date)));
        files++;
        rows += table.rows();
    }

    static String name(Extract extract, String who, LocalDate date) {
        return extract.title() + "_" + who + "_" + date.format(COMPACT) + ".csv";
    }

    long written() {
        return files;
    }

    long rows() {
        return rows;
    }
}
