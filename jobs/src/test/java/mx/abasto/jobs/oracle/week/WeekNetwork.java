package mx.abasto.jobs.oracle.week;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.RandomDelivery;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;

/**
 * A generated network of two to five weeks around the year's end, with the sites that weekly figures trip over, its
 * delivery spoiled. The same seed gives the same bytes.
 */
record WeekNetwork(Path folder, LocalDate first, LocalDate last) {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2024, 12, 16);

    static WeekNetwork make(long seed, Path folder) throws IOException {
        Random random = new Random(seed);
        int weeks = seed % 8 == 0 ? 3 + (int) (seed / 8 % 3) : 2;
        LocalDate monday = FIRST_MONDAY.plusWeeks(random.nextInt(3));
        LocalDate opening = monday.minusDays(random.nextBoolean() ? 0 : 1 + random.nextInt(3));
        LocalDate last = monday.plusWeeks(weeks).minusDays(1);
        int nights = (int) opening.datesUntil(last.plusDays(1)).count();
        GeneratorOptions options = GeneratorOptions.of(8 + random.nextInt(5), 5 + random.nextInt(8), nights, seed)
                .withFrom(opening)
                .withFaults(random.nextBoolean() ? 0.1 : 0);
        Path clean = folder.resolve("clean");
        Path spoiled = folder.resolve("spoiled");
        Generator.generate(options, clean);
        new OddSites(clean, opening, monday, random).edit();
        RandomDelivery.of(seed, 5 + random.nextInt(40)).spoil(clean, spoiled);
        Files.copy(clean.resolve("abasto.yml"), spoiled.resolve("abasto.yml"), StandardCopyOption.REPLACE_EXISTING);
        return new WeekNetwork(spoiled, opening, last);
    }

    Path configuration() {
        return folder.resolve("abasto.yml");
    }

    Path lake() {
        return folder.resolve("var/lake");
    }

    /** All its nights, once they are published. */
    Lake published() throws IOException, SQLException {
        return Lake.read(lake(), FileCoverage.read(folder.resolve("extracts"), reference()), first, last);
    }

    WeekReference reference() throws IOException {
        return WeekReference.read(folder.resolve("reference"));
    }

    /** Weeks with all their nights. */
    List<Week> weeks() {
        LocalDate monday = first.getDayOfWeek() == DayOfWeek.MONDAY
                ? first
                : Week.of(first).end().plusDays(1);
        return Stream.iterate(new Week(monday), week -> !week.end().isAfter(last), week -> week.earlierBy(-1))
                .toList();
    }

    /** A week that others follow. */
    Week anEarlierWeek(long seed) {
        return weeks().get((int) (seed % (weeks().size() - 1)));
    }
}
