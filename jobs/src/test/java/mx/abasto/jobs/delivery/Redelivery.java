package mx.abasto.jobs.delivery;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import mx.abasto.common.model.Extract;

/**
 * One way, by seed, to deliver what a {@link PlainDelivery} says: files cut into parts, parts put together into labelled
 * files, all renamed and dressed anew, taken in any order, and each sent up to four times again.
 */
final class Redelivery {
    /** When what is said for the first time comes; what is said again comes on that night or any later one. */
    enum Timing {
        EACH_ON_ITS_NIGHT,
        /** Lines of the busy nights after the opening come up to {@link PlainDelivery#LAST_LATE}. */
        LINES_LATE
    }

    /** Bytes that lie in a folder under a name from a night on; they may replace others that lay there. */
    record Sending(LocalDate arrivesOn, LocalDate folder, String name, byte[] bytes) {}

    /** Rows that travel together. */
    private record Part(SentFile file, LocalDate arrivesOn) {}

    private static final int SEQ_MAX = 999;

    private final PlainDelivery plain;
    private final Timing timing;
    private final Random random;
    private final Set<String> names = new HashSet<>();
    private final List<Sending> sendings = new ArrayList<>();

    private Redelivery(PlainDelivery plain, Timing timing, long seed) {
        this.plain = plain;
        this.timing = timing;
        this.random = new Random(seed);
    }

    static List<Sending> of(PlainDelivery plain, Timing timing, long seed) {
        Redelivery redelivery = new Redelivery(plain, timing, seed);
        for (Part part : redelivery.merged(redelivery.parts())) {
            redelivery.send(part);
        }
        return redelivery.sendings;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (SentFile file : plain.files()) {
            List<List<String>> rows = new ArrayList<>(file.rows());
            Collections.shuffle(rows, random);
            do {
                int some = random.nextBoolean() ? rows.size() : random.nextInt(rows.size() + 1);
                List<List<String>> taken = rows.subList(0, some);
                parts.add(new Part(file.with(List.copyOf(taken)), firstArrival(file)));
                taken.clear();
            } while (!rows.isEmpty());
        }
        return parts;
    }

    private LocalDate firstArrival(SentFile file) {
        boolean mayBeLate = timing == Timing.LINES_LATE
                && file.extract() != Extract.STOCK
                && file.date().isAfter(PlainDelivery.OPENING)
                && !file.date().isAfter(PlainDelivery.LAST_BUSY);
        return mayBeLate ? between(file.date(), PlainDelivery.LAST_LATE) : file.date();
    }

    /** Some parts of one extract that come together become one file, for several sites and days; counts, for one day. */
    private List<Part> merged(List<Part> parts) {
        Map<String, List<Part>> together = new LinkedHashMap<>();
        for (Part part : parts) {
            boolean isAlone = part.file().rows().isEmpty() || random.nextInt(3) == 0;
            boolean isCount = part.file().extract() == Extract.STOCK;
            String bag = isAlone
                    ? "alone " + together.size()
                    : part.file().extract() + " " + part.arrivesOn() + " " + (isCount ? 0 : random.nextInt(3));
            together.computeIfAbsent(bag, name -> new ArrayList<>()).add(part);
        }
        return together.values().stream().map(this::merge).toList();
    }

    private Part merge(List<Part> parts) {
        SentFile first = parts.get(0).file();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<List<String>> rows = new ArrayList<>();
        parts.forEach(part -> rows.addAll(part.file().rows()));
        String label = "region-" + random.nextInt(3);
        return new Part(
                new SentFile(first.extract(), label, first.date(), first.header(), rows),
                parts.get(0).arrivesOn());
    }

    /** Sends the part, then again and again: the same bytes, or its rows as they stand by then, some of them twice. */
    private void send(Part part) {
        Dress dress = Dress.any(random);
        Sending first = sending(part.file(), part.arrivesOn(), dress);
        sendings.add(first);
        for (int again = random.nextInt(5); again > 0; again--) {
            LocalDate night = between(part.arrivesOn(), PlainDelivery.LAST);
            boolean hasSameBytes = random.nextInt(3) == 0;
            boolean replaces = night.isAfter(part.arrivesOn()) && random.nextInt(4) == 0;
            SentFile file = withRowsTwice(plain.asOf(part.file(), night));
            Sending copy = sending(file, night, hasSameBytes || replaces ? dress : Dress.any(random));
            if (hasSameBytes) {
                sendings.add(new Sending(night, copy.folder(), copy.name(), first.bytes()));
            } else if (replaces) {
                sendings.add(new Sending(night, first.folder(), first.name(), copy.bytes()));
            } else {
                sendings.add(copy);
            }
        }
    }

    /** Lines may stand twice in a file; a cell that a count names twice is a KEY_CONFLICT. */
    private SentFile withRowsTwice(SentFile file) {
        if (file.extract() == Extract.STOCK) {
            return file;
        }
        List<List<String>> rows = new ArrayList<>(file.rows());
        file.rows().stream().filter(row -> random.nextInt(5) == 0).forEach(rows::add);
        return file.with(rows);
    }

    private Sending sending(SentFile file, LocalDate arrivesOn, Dress dress) {
        // Without rows only its name says for whom it is; a count's name also says of which day.
        boolean isRenamed = !file.rows().isEmpty() && random.nextBoolean();
        String who = isRenamed ? "again-" + random.nextInt(5) : file.who();
        LocalDate date = file.extract() == Extract.STOCK ? file.date() : between(file.date(), arrivesOn);
        String name;
        do {
            name = SentFile.name(file.extract(), who, date, random.nextInt(SEQ_MAX), dress);
        } while (!names.add(name));
        LocalDate folder = between(PlainDelivery.OPENING, arrivesOn);
        return new Sending(arrivesOn, folder, name, dress.bytes(file.shuffled(random)));
    }

    private LocalDate between(LocalDate from, LocalDate until) {
        return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, until) + 1));
    }
}
