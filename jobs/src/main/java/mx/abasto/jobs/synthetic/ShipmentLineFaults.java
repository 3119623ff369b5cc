package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mx.abasto.jobs.synthetic.DayBook.Line;
import mx.abasto.jobs.synthetic.Finding.Identity;
import mx.abasto.jobs.synthetic.Loads.Load;
import org.jspecify.annotations.Nullable;

/** Faults of a shipment's lines: all that was sent arrives, but the two sides do not say the same of it. */
final class ShipmentLineFaults implements FaultFamily {

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final Loads loads;
    private final LateShipments late;

    ShipmentLineFaults(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
        this.loads = new Loads(world);
        this.late = new LateShipments(world, truth, agenda);
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.EXPIRY_MISTYPED,
                FaultKind.EXPIRY_MISTYPED_AND_CORRECTED,
                FaultKind.WRONG_DESTINATION,
                FaultKind.RECEIPT_BACKDATED,
                FaultKind.SHIPMENT_WRITTEN_LATE);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return switch (kind) {
            case EXPIRY_MISTYPED -> mistypeExpiry(dice);
            case EXPIRY_MISTYPED_AND_CORRECTED -> mistypeExpiryForAWhile(dice);
            case WRONG_DESTINATION -> divert(dice);
            case RECEIPT_BACKDATED -> backdate(dice);
            case SHIPMENT_WRITTEN_LATE -> late.plant(night, dice);
            default -> throw new IllegalArgumentException(kind + " is no fault of a shipment's lines");
        };
    }

    private boolean mistypeExpiry(Dice dice) {
        Load load = loads.find(dice, this::mayHaveAnotherExpiry);
        if (load == null) {
            return false;
        }
        String typed = mistype(load, dice);
        agenda.add(load.night(), () -> receive(load, world.date(load.night()), typed));
        tellExpiry(load, typed, world.nights().last(), ".");
        return true;
    }

    private boolean mistypeExpiryForAWhile(Dice dice) {
        int days = (int) dice.between(1, 4);
        Load load = loads.find(
                dice, found -> mayHaveAnotherExpiry(found) && world.nights().contains(found.night() + days));
        if (load == null) {
            return false;
        }
        String typed = mistype(load, dice);
        int corrected = load.night() + days;
        agenda.add(load.night(), () -> {
            Line line = receive(load, world.date(load.night()), typed);
            agenda.add(
                    corrected,
                    () -> load.receiver().book().correctExpiry(line, load.lot().expiryText()));
        });
        tellExpiry(load, typed, corrected - 1, ", and corrects the line on " + world.date(corrected) + ".");
        return true;
    }

    /** No other fault may give the lot an expiry: LOT-02 counts them over the nation. */
    private boolean mayHaveAnotherExpiry(Load load) {
        return loads.arrivesAtOnce(load)
                && load.lot().expiresOn() != null
                && !world.claims().isTouched(load.lot());
    }

    /** A later date, so that nothing expires by it. */
    private String mistype(Load load, Dice dice) {
        world.claims().holdBack(load.lot());
        load.replace(List.of());
        return MisreadExpiries.later(load.lot(), dice).toString();
    }

    private void tellExpiry(Load load, String typed, int lastConflict, String end) {
        FaultStory story = FaultStory.open(truth);
        int night = load.night();
        story.plants(
                identity("SHP-06", load, load.receiver().site(), load.shipment().origin()),
                null,
                null,
                night,
                night,
                "%s arrives on %s; the receiver types the expiry %s instead of %s%s"
                        .formatted(
                                load.title(world.nights()),
                                world.date(night),
                                typed,
                                load.lot().expiryText(),
                                end));
        story.follows(
                Identity.ofLot("LOT-02", load.lot()),
                () -> 1,
                () -> 2,
                night,
                lastConflict,
                "Sender and receiver name two expiries of one lot.");
    }

    private boolean backdate(Dice dice) {
        Load load = loads.find(dice, loads::arrivesAtOnce);
        if (load == null) {
            return false;
        }
        load.replace(List.of());
        int night = load.night();
        LocalDate written = world.date(load.shipment().shippedNight()).minusDays(dice.between(1, 3));
        agenda.add(night, () -> receive(load, written, load.lot().expiryText()));
        FaultStory.open(truth)
                .plants(
                        identity(
                                "SHP-09",
                                load,
                                load.receiver().site(),
                                load.shipment().origin()),
                        null,
                        null,
                        night,
                        night,
                        "%s arrives on %s; the receiver writes that it came on %s, before it was sent."
                                .formatted(load.title(world.nights()), world.date(night), written));
        return true;
    }

    private boolean divert(Dice dice) {
        Load load = loads.find(dice, found -> loads.arrivesAtOnce(found) && otherUnit(found) != null);
        SiteState other = load == null ? null : otherUnit(load);
        if (load == null || other == null) {
            return false;
        }
        load.replace(List.of());
        other.inbound().addAll(load.parcels());
        world.claims().take(other.site(), load.item());
        FaultStory.open(truth)
                .plants(
                        identity("SHP-07", load, other.site(), load.shipment().destination()),
                        null,
                        null,
                        load.night(),
                        load.night(),
                        "%s is unloaded on %s at %s, which keeps it and writes it down."
                                .formatted(
                                        load.title(world.nights()),
                                        world.date(load.night()),
                                        other.site().title()));
        return true;
    }

    private @Nullable SiteState otherUnit(Load load) {
        List<SiteState> units = world.sites().stream()
                .filter(state -> state.site().isUnit()
                        && !state.site().equals(load.shipment().destination())
                        && !state.site().equals(load.shipment().origin())
                        && world.network().assortment().holds(state.site().kind(), load.item())
                        && !world.claims().isTaken(state.site(), load.item()))
                .toList();
        Dice dice = world.dice("diverted", load.shipment().destination(), load.night());
        return units.isEmpty() ? null : dice.pick(units);
    }

    /** Takes the load in as it is, and writes it down as the fault has it. */
    private Line receive(Load load, LocalDate receivedOn, String expiresOn) {
        SiteState receiver = load.receiver();
        receiver.shelves().obtain(load.lot()).move(load.pieces(), load.night());
        return receiver.book()
                .receiveShipped(receiver.document("R"), load.parcels().get(0), receivedOn.toString(), expiresOn);
    }

    private static Identity identity(String rule, Load load, Site site, Site counterpart) {
        return Identity.ofShipment(
                rule,
                site,
                counterpart,
                load.item(),
                load.lot(),
                load.shipment().number());
    }
}
