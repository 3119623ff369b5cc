package mx.abasto.jobs.synthetic.national;

import java.util.List;
import mx.abasto.jobs.synthetic.Dice;

/** What arrives at a site is put on its shelves and written down, most of it well. */
final class Receiving {

    /** Numbers of receipts and shipments that are typed beside the right ones. */
    private static final int OTHER_NUMBER = 50_000;

    private final World world;

    Receiving(World world) {
        this.world = world;
    }

    /** @param parcels those that arrive at the site tonight, by document */
    void receive(Place place, int night, List<Parcel> parcels, Lines lines) {
        Dice dice = world.dice("receiving", place, night);
        int receipt = 0;
        int line = 0;
        Parcel before = null;
        for (Parcel parcel : parcels) {
            boolean isNext = before == null || !before.isOfSameDocument(parcel);
            receipt += isNext ? 1 : 0;
            line = isNext ? 1 : line + 1;
            Parcel arrived = parcel.sender() < 0 ? fresh(parcel, night) : befallen(parcel, dice);
            world.shelves().endWait(parcel.slot());
            int cell = world.shelves().cellFor(arrived.slot(), arrived.lot());
            if (cell < 0) {
                throw new IllegalStateException("no room at " + place.clues() + " for " + arrived);
            }
            world.shelves().move(cell, arrived.pieces());
            write(lines, place, night, arrived, dice, receipt, line);
            if (parcel.sender() >= 0 && Mishap.RECEIVED_TWICE.befalls(dice)) {
                world.shelves().write(cell, arrived.pieces());
                write(lines, place, night, arrived, dice, OTHER_NUMBER + receipt, line);
            }
            before = parcel;
        }
    }

    private Parcel fresh(Parcel parcel, int night) {
        Product product = world.products().get(world.shelves().product(parcel.slot()));
        return parcel.withLot(world.lots().delivered(product, night));
    }

    private Parcel befallen(Parcel parcel, Dice dice) {
        if (parcel.pieces() > 1 && Mishap.SHORT.befalls(dice)) {
            return parcel.withPieces((int) dice.between(1, parcel.pieces() - 1));
        }
        int other = world.lots().other(parcel.lot());
        boolean isSubstituted = Mishap.SUBSTITUTED.befalls(dice)
                && !world.lots().product(parcel.lot()).isLotless()
                && world.shelves().hasRoom(parcel.slot());
        return isSubstituted ? parcel.withLot(other) : parcel;
    }

    private void write(Lines lines, Place place, int night, Parcel parcel, Dice dice, int receipt, int line) {
        Lots lots = world.lots();
        lines.document('E', place.index(), night, receipt).cell(line).cell(place.code());
        lines.cell(world.calendar().text(night));
        if (parcel.sender() < 0) {
            lines.cell("SUPPLIER").empty().empty();
            lines.document('P', parcel.documentSite(), parcel.documentNight(), parcel.document());
        } else {
            int wrong = Mishap.WRONG_SHIPMENT.befalls(dice) ? OTHER_NUMBER : 0;
            lines.cell("TRANSFER").cell(world.places().get(parcel.sender()).code());
            lines.document('T', parcel.documentSite(), parcel.documentNight(), wrong + parcel.document());
            lines.empty();
        }
        boolean isOther = parcel.sender() >= 0
                && Mishap.OTHER_EXPIRY.befalls(dice)
                && !lots.product(parcel.lot()).isLotless();
        lines.cell(lots.product(parcel.lot()).code()).cell(lots.name(parcel.lot()));
        lines.cell(isOther ? world.calendar().text(lots.expiry(parcel.lot()) + 30) : lots.expiryText(parcel.lot()));
        lines.pieces(parcel.pieces());
    }
}
