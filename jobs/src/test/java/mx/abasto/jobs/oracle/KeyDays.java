package mx.abasto.jobs.oracle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Dataset `key_day`: one row per clues × clave with a balance row or prescribed tonight. */
final class KeyDays {

    /** A clues × clave. */
    private record Key(String clues, String clave) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int bySite = clues.compareTo(other.clues);
            return bySite != 0 ? bySite : clave.compareTo(other.clave);
        }
    }

    private final LocalDate night;
    private final Counts counts;
    private final Map<Key, List<Balance>> balances = new TreeMap<>();
    private final Map<Key, List<Movement>> movements = new TreeMap<>();
    private final Map<Key, Long> prescribed = new TreeMap<>();
    private final Map<Key, Long> filled = new TreeMap<>();

    KeyDays(
            LocalDate night,
            Counts counts,
            List<Balance> kept,
            List<Movement> tonight,
            List<Prescription> firstListed) {
        this.night = night;
        this.counts = counts;
        for (Balance balance : kept) {
            balances.computeIfAbsent(key(balance.cell()), k -> new ArrayList<>())
                    .add(balance);
        }
        for (Movement movement : tonight) {
            movements
                    .computeIfAbsent(key(movement.cell()), k -> new ArrayList<>())
                    .add(movement);
        }
        for (Prescription prescription : firstListed) {
            Key key = new Key(prescription.siteOfFirstLine(), prescription.clave());
            prescribed.merge(key, prescription.prescribed(), Math::addExact);
            filled.merge(key, Math.min(prescription.dispensed(), prescription.prescribed()), Math::addExact);
        }
    }

    private static Key key(Cell cell) {
        return new Key(cell.clues(), cell.clave());
    }

    List<Row> rows() {
        TreeSet<Key> keys = new TreeSet<>(balances.keySet());
        keys.addAll(prescribed.keySet());
        return keys.stream().map(this::row).toList();
    }

    private Row row(Key key) {
        List<Balance> cells = balances.getOrDefault(key, List.of());
        List<Movement> moved = movements.getOrDefault(key, List.of());
        LocalDate weekStart = night.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        long prior = moved.stream()
                .filter(m -> !m.kind().equals("OPENING") && m.eventDate().isBefore(weekStart))
                .mapToLong(Movement::effect)
                .sum();
        long book = cells.stream().mapToLong(Balance::book).sum();
        long expired = cells.stream()
                .filter(b -> b.book() > 0 && b.isExpired(night))
                .mapToLong(Balance::book)
                .sum();
        return new Row()
                .with("clues", key.clues())
                .with("clave", key.clave())
                .with("opening", cells.stream().mapToLong(Balance::opening).sum())
                .with("received_supplier", received(moved, "SUPPLIER"))
                .with("received_transfer", received(moved, "TRANSIT"))
                .with("distributed", -net(moved, "DISTRIBUTION"))
                .with("dispensed", -net(moved, "DISPENSATION"))
                .with("consumed", -net(moved, "CONSUMPTION"))
                .with("adjusted", net(moved, "ADJUSTMENT"))
                .with("prior_period", prior)
                .with("book", book)
                .with("counted", counted(key, cells))
                .with("variance", variance(key, cells))
                .with("prescribed", prescribed.getOrDefault(key, 0L))
                .with("filled", filled.getOrDefault(key, 0L))
                .with("expired", expired)
                .with("is_stockout", book <= 0);
    }

    private static long net(List<Movement> moved, String kind) {
        return moved.stream().mapToLong(m -> m.effect(kind)).sum();
    }

    private static long received(List<Movement> moved, String account) {
        return moved.stream()
                .filter(m -> m.from().name().equals(account) || m.to().name().equals(account))
                .mapToLong(m -> m.effect("RECEIPT"))
                .sum();
    }

    /** A clave without a cell that was counted is none where the site's whole stock is known. */
    private @Nullable Long counted(Key key, List<Balance> cells) {
        return sum(cells.stream().map(Balance::counted).toList()).orElse(counts.isWhole(key.clues()) ? 0L : null);
    }

    private @Nullable Long variance(Key key, List<Balance> cells) {
        Long none = counted(key, cells) == null ? null : Long.valueOf(0);
        return sum(cells.stream().map(Balance::variance).toList()).orElse(none);
    }

    /** Of those that are not NULL; empty where there are none. */
    private static Optional<Long> sum(List<@Nullable Long> numbers) {
        return numbers.stream().filter(Objects::nonNull).reduce(Math::addExact);
    }
}
