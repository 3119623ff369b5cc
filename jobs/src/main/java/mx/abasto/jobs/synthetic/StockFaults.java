package mx.abasto.jobs.synthetic;

import java.util.EnumSet;
import java.util.Set;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;

/**
 * Faults on the shelves. Each freezes the cells that it touches, so that nothing else moves them.
 * Where a lot's count exceeds its book at one site, the same pieces lack at another or under the
 * lot's own name: no lot is overdrawn in the nation (LOT-01).
 */
final class StockFaults implements FaultFamily {

    private static final int PIECES_MIN = 2;
    private static final int PIECES_MAX = 24;

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final Finder finder;
    private final Borrowing borrowing;
    private final BlankLots blankLots;

    StockFaults(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
        this.finder = new Finder(world);
        this.borrowing = new Borrowing(world, truth, finder);
        this.blankLots = new BlankLots(world, truth, finder);
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.STOLEN,
                FaultKind.STOLEN_AND_WRITTEN_OFF,
                FaultKind.MISLAID_AND_FOUND,
                FaultKind.EXPIRED_KEPT,
                FaultKind.EXPIRED_WRITTEN_OFF_LATE,
                FaultKind.DISPENSED_WITHOUT_LOT,
                FaultKind.CONSUMED_WITHOUT_LOT,
                FaultKind.COUNTED_WITHOUT_LOT,
                FaultKind.BORROWED_AND_ISSUED,
                FaultKind.BORROWED_AND_KEPT,
                FaultKind.BORROWED_AND_DISPENSED);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return switch (kind) {
            case STOLEN, STOLEN_AND_WRITTEN_OFF, MISLAID_AND_FOUND -> vanish(kind, night, dice);
            case EXPIRED_KEPT, EXPIRED_WRITTEN_OFF_LATE -> keepExpired(kind, night, dice);
            case DISPENSED_WITHOUT_LOT, CONSUMED_WITHOUT_LOT, COUNTED_WITHOUT_LOT -> blankLots.plant(kind, night, dice);
            case BORROWED_AND_ISSUED, BORROWED_AND_KEPT, BORROWED_AND_DISPENSED -> borrowing.plant(kind, night, dice);
            default -> throw new IllegalArgumentException(kind + " is no fault on the shelves");
        };
    }

    static long least(Lot lot) {
        return Math.max(PIECES_MIN, lot.item().tolerance() + 1L);
    }

    static long some(Dice dice, Lot lot, long available) {
        return dice.between(least(lot), Math.min(available, PIECES_MAX + least(lot)));
    }

    private boolean vanish(FaultKind kind, int night, Dice dice) {
        int end = kind == FaultKind.STOLEN ? world.nights().count() : night + (int) dice.between(2, 4);
        boolean writtenOff = kind == FaultKind.STOLEN_AND_WRITTEN_OFF;
        if (kind != FaultKind.STOLEN
                && (end > world.nights().last()
                        || (writtenOff && !world.nights().allowsWriteOff(world.date(end))))) {
            return false;
        }
        Spot spot = finder.find(
                dice,
                site -> site.kind() != SiteKind.CENTRAL_WAREHOUSE,
                found -> found.cell().usable() >= 3 * least(found.lot()) && finder.lasts(found.lot()));
        if (spot == null) {
            return false;
        }
        Cell cell = spot.cell();
        long pieces = some(dice, cell.lot(), cell.physical() / 2);
        claim(spot);
        cell.moveUnseen(-pieces);
        String story = "%d pieces of %s lot %s vanish from %s on %s"
                .formatted(pieces, clave(spot), spot.lot().title(), spot.site().title(), world.date(night));
        if (writtenOff) {
            story += "; on %s they are written off as STOLEN.".formatted(world.date(end));
            agenda.add(end, () -> {
                cell.writeOnly(-pieces);
                spot.state().book().adjust("STOLEN", cell.lot(), -pieces);
            });
        } else if (kind == FaultKind.MISLAID_AND_FOUND) {
            story += "; on %s they turn up in another room and are counted again.".formatted(world.date(end));
            agenda.add(end, () -> cell.moveUnseen(pieces));
        } else {
            story += "; nobody notices, and only the count tells.";
        }
        Identity identity = Identity.ofCell("STK-01", spot.site(), cell.lot());
        truth.add(new Finding(truth.nextFault(), identity, cell::book, cell::physical, night, end - 1, true, story));
        return true;
    }

    private void claim(Spot spot) {
        spot.cell().freeze();
        world.claims().take(spot.site(), spot.lot().item());
        world.claims().needCounts(spot.site());
    }

    private static String clave(Spot spot) {
        return spot.lot().item().clave();
    }

    private boolean keepExpired(FaultKind kind, int night, Dice dice) {
        Spot spot = finder.find(
                dice,
                site -> true,
                found -> found.cell().usable() >= PIECES_MIN
                        && world.nights().afterExpiry(found.lot()) > night
                        && world.nights().afterExpiry(found.lot())
                                <= world.nights().last());
        if (spot == null) {
            return false;
        }
        Cell cell = spot.cell();
        int first = world.nights().afterExpiry(cell.lot());
        int end = kind == FaultKind.EXPIRED_KEPT ? world.nights().count() : first + (int) dice.between(2, 3);
        if (kind == FaultKind.EXPIRED_WRITTEN_OFF_LATE
                && (end > world.nights().last() || !world.nights().allowsWriteOff(world.date(end)))) {
            return false;
        }
        claim(spot);
        String story = "%s lot %s expires on %s, and %s goes on holding it"
                .formatted(
                        clave(spot),
                        spot.lot().title(),
                        spot.lot().expiryText(),
                        spot.site().title());
        if (kind == FaultKind.EXPIRED_WRITTEN_OFF_LATE) {
            story += " until it is written off on %s, late.".formatted(world.date(end));
            agenda.add(end, () -> {
                spot.state().book().adjust("EXPIRED", cell.lot(), -cell.book());
                cell.move(-cell.book(), end);
            });
        } else {
            story += ": the write-off is never made.";
        }
        Identity identity = Identity.ofCell("STK-04", spot.site(), cell.lot());
        truth.add(new Finding(truth.nextFault(), identity, () -> 0, cell::book, first, end - 1, true, story));
        return true;
    }
}
