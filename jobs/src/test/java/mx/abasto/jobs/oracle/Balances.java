package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stock of every cell ever held, night after night, and the sites' openings. */
final class Balances {

    private final int retireDays;
    private final SortedMap<Cell, Balance> all = new TreeMap<>();
    /** Cells whose row has left: what they were on the night they left stays so until they come back. */
    private final Set<Cell> left = new HashSet<>();

    private final Map<String, LocalDate> openedOn = new HashMap<>();

    Balances(int retireDays) {
        this.retireDays = retireDays;
    }

    /** Posts the OPENING movements of the sites that are first heard tonight. */
    void open(LocalDate night, Journal journal, Counts counts) {
        Map<Cell, Long> books = new TreeMap<>();
        all.forEach((cell, balance) -> books.put(cell, balance.book()));
        for (Movement movement : journal.movementsOf(night)) {
            books.merge(movement.cell(), movement.effect(), Math::addExact);
        }
        counts.cells().forEach(c -> books.putIfAbsent(c, 0L));
        for (String clues : new TreeSet<>(counts.sitesHeard())) {
            if (openedOn.putIfAbsent(clues, night) != null) {
                continue;
            }
            books.forEach((cell, book) -> {
                Long counted = counts.counted(cell);
                if (cell.clues().equals(clues) && counted != null && counted.longValue() != book) {
                    journal.post(opening(night, cell, counted - book, counts));
                }
            });
        }
    }

    private static Movement opening(LocalDate night, Cell cell, long pieces, Counts counts) {
        Movement.Account site = Movement.Account.site(cell.clues());
        Movement.Account opening = Movement.Account.of("OPENING");
        @Nullable Line count = counts.line(cell).orElse(null);
        Movement.Origin origin = count == null
                ? new Movement.Origin("stock", cell.clues(), null, null, counts.fileOf(cell.clues()), null)
                : new Movement.Origin("stock", cell.clues(), null, null, count.file(), count.rowNo());
        return new Movement(
                night,
                night,
                "OPENING",
                pieces > 0 ? opening : site,
                pieces > 0 ? site : opening,
                cell.clave(),
                cell.lot(),
                count == null ? null : count.dateOrNull("expires_on"),
                Math.abs(pieces),
                false,
                origin);
    }

    /** Closes the night: every cell that moved, was counted above 0, or was ever held. */
    void close(LocalDate night, Journal journal, Counts counts) {
        Map<Cell, List<Movement>> movements = new HashMap<>();
        for (Movement movement : journal.movementsOf(night)) {
            movements.computeIfAbsent(movement.cell(), c -> new ArrayList<>()).add(movement);
        }
        for (Cell cell : counts.cells()) {
            Long counted = counts.counted(cell);
            if (counted != null && counted > 0) {
                movements.computeIfAbsent(cell, c -> new ArrayList<>());
            }
        }
        movements.keySet().forEach(cell -> {
            all.computeIfAbsent(cell, c -> Balance.before(c, night));
            left.remove(cell);
        });
        all.replaceAll((cell, balance) -> {
            if (left.contains(cell)) {
                return balance;
            }
            Balance next = balance.next(night, movements.getOrDefault(cell, List.of()), counts);
            if (next.isKept(night, retireDays)) {
                return next;
            }
            left.add(cell);
            return next;
        });
    }

    /** Tonight's rows: those that have not left. */
    List<Balance> kept() {
        return all.values().stream().filter(b -> !left.contains(b.cell())).toList();
    }

    boolean isOpen(String clues) {
        return openedOn.containsKey(clues);
    }

    /** AMBIGUOUS: a site's nights before its opening count for nothing in the signals. */
    boolean isOpenOn(String clues, LocalDate night) {
        LocalDate opened = openedOn.get(clues);
        return opened != null && !opened.isAfter(night);
    }
}
