package mx.abasto.jobs.oracle.week;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Nights that are published, in order. */
final class Lake {

    private final TreeMap<LocalDate, Night> nights;

    private Lake(TreeMap<LocalDate, Night> nights) {
        this.nights = nights;
    }

    static Lake read(Path lake, LocalDate first, LocalDate last) throws SQLException {
        TreeMap<LocalDate, Night> nights = new TreeMap<>();
        for (LocalDate night = first; !night.isAfter(last); night = night.plusDays(1)) {
            nights.put(night, Night.read(night, lake));
        }
        return new Lake(nights);
    }

    /** As it was when this night was the last one. */
    Lake knownOn(LocalDate night) {
        return new Lake(new TreeMap<>(nights.headMap(night, true)));
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
