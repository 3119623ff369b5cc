package mx.abasto.jobs.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the wall clock out of a workbook: the day of its creation, and its archive's times, become a given day. */
final class FixedArchive {
    private static final String CORE = "docProps/core.xml";

    /** Sheets say the same over and over: a higher level takes three times as long and saves little. */
    private static final int LEVEL = 2;

    private FixedArchive() {}

    /** Writes the same archive with its parts in order of name, all of that day. */
    static void copy(Path from, Path to, LocalDate day) throws IOException {
        try (ZipFile archive = new ZipFile(from.toFile());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(to));
                ZipOutputStream fixed = new ZipOutputStream(file)) {
            fixed.setLevel(LEVEL);
            List<? extends ZipEntry> parts = archive.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry part : parts) {
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(day.atStartOfDay());
                fixed.putNextEntry(same);
                try (InputStream bytes = archive.getInputStream(part)) {
                    if (part.getName().equals(CORE)) {
                        fixed.write(createdOn(day, bytes.readAllBytes()));
                    } else {
                        bytes.transferTo(fixed);
                    }
                }
                fixed.closeEntry();
            }
        }
    }

    private static byte[] createdOn(LocalDate day, byte[] core) {
        return new String(core, StandardCharsets.UTF_8)
                .replaceFirst("(<dcterms:created[^>]*>)[^<]*", "$1" + day + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
