package mx.abasto.jobs.synthetic.national;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The days around the opening night, which is night 0, as extracts write them. */
final class Calendar {

    private static final int BEFORE = 30;
    private static final int AFTER = 1200;
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final LocalDate from;
    private final byte[][] texts = new byte[BEFORE + AFTER][];

    Calendar(LocalDate from) {
        this.from = from;
        for (int i = 0; i < texts.length; i++) {
            texts[i] = from.plusDays(i - BEFORE).toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    byte[] text(int night) {
        return texts[night + BEFORE];
    }

    LocalDate date(int night) {
        return from.plusDays(night);
    }

    /** As the names of files write it. */
    String compact(int night) {
        return date(night).format(COMPACT);
    }
}
