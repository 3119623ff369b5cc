package mx.abasto.jobs.synthetic;

import java.util.EnumSet;
import java.util.Set;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that bear a real lot's number and that nobody made (LOT-01): more of the lot is counted in the nation than
 * ever entered it. None of the lot sets out any more, so that what is on the road can only become less.
 */
final class Counterfeits implements FaultFamily {

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final Finder finder;

    Counterfeits(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
        this.finder = new Finder(world);
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.COUNTERFEIT_COUNTED, FaultKind.COUNTERFEIT_SEIZED, FaultKind.COUNTERFEIT_WITHOUT_ENTRY);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        int end = kind == FaultKind.COUNTERFEIT_SEIZED
                ? night + (int) dice.between(2, 4)
                : world.nights().count();
        boolean isForeign = kind == FaultKind.COUNTERFEIT_WITHOUT_ENTRY;
        if (kind == FaultKind.COUNTERFEIT_SEIZED && !world.nights().contains(end)) {
            return false;
        }
        Spot known = finder.find(
                dice,
                site -> site.kind() != SiteKind.CENTRAL_WAREHOUSE,
                found -> mayBeForged(found) && (!isForeign || stranger(found, dice) != null));
        SiteState state = known == null ? null : isForeign ? stranger(known, dice) : known.state();
        if (known == null || state == null) {
            return false;
        }
        Lot lot = known.lot();
        Cell cell = state.shelves().obtain(lot);
        claim(state.site(), lot, cell);
        // LOT-01 holds counted stock against book and road together: the forged pieces outnumber the road's.
        long pieces = onTheRoad(lot) + dice.between(2, 20);
        cell.moveUnseen(pieces);
        agenda.add(end, () -> cell.moveUnseen(-pieces));
        tell(kind, new Spot(state, cell), pieces, night, end);
        return true;
    }

    /** No other fault has any of the lot, anywhere; each site that counts a lot may differ by the clave's tolerance. */
    private boolean mayBeForged(Spot spot) {
        Lot lot = spot.lot();
        return lot.isNamed()
                && lot.item().tolerance() == 0
                && finder.lasts(lot)
                && !world.claims().isTouched(lot);
    }

    private @Nullable SiteState stranger(Spot spot, Dice dice) {
        return finder.neighbour(dice, spot, state -> state.shelves().find(spot.lot()) == null);
    }

    private void claim(Site site, Lot lot, Cell cell) {
        cell.freeze();
        world.claims().holdBack(lot);
        world.claims().take(site, lot.item());
        world.claims().needCounts(site);
    }

    private void tell(FaultKind kind, Spot spot, long pieces, int night, int end) {
        Lot lot = spot.lot();
        boolean isForeign = kind == FaultKind.COUNTERFEIT_WITHOUT_ENTRY;
        String till = world.nights().contains(end) ? "; on %s they are seized.".formatted(world.date(end)) : ".";
        FaultStory story = FaultStory.open(truth);
        story.plants(
                Identity.ofLot("LOT-01", lot),
                () -> booked(lot) + onTheRoad(lot),
                () -> counted(lot),
                night,
                end - 1,
                "On %s %d forged pieces of %s lot %s stand among the shelves of %s, and are counted as if they were real%s"
                        .formatted(
                                world.date(night),
                                pieces,
                                lot.item().clave(),
                                lot.title(),
                                spot.site().title(),
                                till));
        story.follows(
                Identity.ofCell(isForeign ? "STK-03" : "STK-01", spot.site(), lot),
                isForeign ? () -> 0 : spot.cell()::book,
                spot.cell()::physical,
                night,
                end - 1,
                isForeign ? "The lot never entered there." : "The site's records do not have them.");
    }

    private long booked(Lot lot) {
        return world.sites().stream()
                .map(state -> state.shelves().find(lot))
                .mapToLong(cell -> cell == null ? 0 : cell.book())
                .sum();
    }

    private long counted(Lot lot) {
        return world.sites().stream()
                .map(state -> state.shelves().find(lot))
                .mapToLong(cell -> cell == null ? 0 : cell.physical())
                .sum();
    }

    private long onTheRoad(Lot lot) {
        return world.sites().stream()
                .flatMap(state -> state.inbound().stream())
                .filter(parcel -> parcel.lot() == lot)
                .mapToLong(Parcel::pieces)
                .sum();
    }
}
