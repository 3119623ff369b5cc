package mx.abasto.jobs.synthetic;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes extract files under {@code extracts/{date}} (contract section 2), and counts them. */
final class ExtractFiles {

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

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
        write(night, name(extract, who, nights.date(night)), table.bytes(), table.rows());
    }

    /** A file as it stands, in the folder of a night. */
    void write(int night, String name, byte[] bytes, int rowsOfIt) {
        Path nightFolder = folder.resolve(nights.date(night).toString());
        if (night != lastNight) {
            Generator.createFolder(nightFolder);
            lastNight = night;
        }
        ConfigurationFile.write(nightFolder.resolve(name), bytes);
        files++;
        rows += rowsOfIt;
    }

    static String name(Extract extract, String who, LocalDate date) {
        return name(extract.title(), who, date);
    }

    /** As it comes a second time, or as a part of its own. */
    static String secondName(Extract extract, String who, LocalDate date) {
        return name(extract, who, date).replace(".csv", "_2.csv");
    }

    static String controlName(String who, LocalDate date) {
        return name("control", who, date);
    }

    private static String name(String title, String who, LocalDate date) {
        return title + "_" + who + "_" + date.format(COMPACT) + ".csv";
    }

    long written() {
        return files;
    }

    long rows() {
        return rows;
    }
}
