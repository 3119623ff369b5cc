package mx.abasto.jobs.oracle.week;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Nights that are published, in order, and which sites their files cover. */
final class Lake {

    private final TreeMap<LocalDate, Night> nights;
    private final FileCoverage coverage;

    private Lake(TreeMap<LocalDate, Night> nights, FileCoverage coverage) {
        this.nights = nights;
        this.coverage = coverage;
    }

    static Lake of(List<Night> nights, FileCoverage coverage) {
        TreeMap<LocalDate, Night> byDate = new TreeMap<>();
        nights.forEach(night -> byDate.put(night.date(), night));
        return new Lake(byDate, coverage);
    }

    static Lake read(Path lake, FileCoverage coverage, LocalDate first, LocalDate last) throws SQLException {
        TreeMap<LocalDate, Night> nights = new TreeMap<>();
        for (LocalDate night = first; !night.isAfter(last); night = night.plusDays(1)) {
            nights.put(night, Night.read(night, lake));
        }
        return new Lake(nights, coverage);
    }

    /** As it was when this night was the last one. */
    Lake knownOn(LocalDate night) {
        return new Lake(new TreeMap<>(nights.headMap(night, true)), coverage);
    }

    FileCoverage coverage() {
        return coverage;
    }

    LocalDate lastNight() {
        return nights.lastKey();
    }

    Optional<Night> night(LocalDate date) {
        return Optional.ofNullable(nights.get(date));
    }

    List<Night> of(Week week) {
        return List.copyOf(nights.subMap(week.start(), true, week.end(), true).values());
    }

    List<Night> lastUpTo(LocalDate night, int limit) {
        return nights.headMap(night, true).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }

    Stream<Posting> postings() {
        return nights.values().stream().flatMap(night -> night.postings().stream());
    }
}
