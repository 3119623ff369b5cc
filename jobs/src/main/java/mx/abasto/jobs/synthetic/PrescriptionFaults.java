package mx.abasto.jobs.synthetic;

import java.util.EnumSet;
import java.util.Set;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;
import org.jspecify.annotations.Nullable;

/** More is dispensed for a prescription than it asks for (DSP-03, DSP-04). The pieces do leave the shelf. */
final class PrescriptionFaults implements FaultFamily {

    private static final int FILLS_MAX = 3;
    private static final int PRESCRIBED_MAX = 12;

    /** A prescription that is filled whole each time, at one unit or two. */
    private record Case(Prescription prescription, long prescribed, int night, Spot home) {

        String title() {
            return "prescription %s asks for %d pieces of %s"
                    .formatted(
                            prescription.number(), prescribed, home.lot().item().clave());
        }
    }

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final Finder finder;

    PrescriptionFaults(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
        this.finder = new Finder(world);
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.OVERFILLED,
                FaultKind.FILLED_AGAIN_AND_AGAIN,
                FaultKind.FILLED_AT_TWO_UNITS,
                FaultKind.FILLED_AT_TWO_UNITS_ON_ONE_DAY,
                FaultKind.FILLED_THERE_AND_BACK);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        int gap = (int) dice.between(1, 2);
        if (!world.nights().contains(night + 2 * gap)) {
            return false;
        }
        Spot home = finder.find(dice, Site::isUnit, this::mayFill);
        Spot away = home == null || kind.rule().equals("DSP-03") ? home : elsewhere(home, dice);
        if (home == null || away == null) {
            return false;
        }
        long available = Math.min(home.cell().physical(), away.cell().physical());
        claim(home);
        claim(away);
        long prescribed = dice.between(1, Math.min(PRESCRIBED_MAX, available / FILLS_MAX));
        Case filled = new Case(new Care(world).newPrescription(home.state(), night), prescribed, night, home);
        switch (kind) {
            case OVERFILLED -> overfill(filled, prescribed + dice.between(1, prescribed));
            case FILLED_AGAIN_AND_AGAIN -> fillAgainAndAgain(filled, gap);
            case FILLED_AT_TWO_UNITS -> fillAtTwo(filled, away, gap);
            case FILLED_THERE_AND_BACK -> fillThereAndBack(filled, away, gap);
            case FILLED_AT_TWO_UNITS_ON_ONE_DAY -> fillAtTwoOnOneDay(filled, away);
            default -> throw new IllegalArgumentException(kind + " is no fault of a prescription");
        }
        return true;
    }

    private boolean mayFill(Spot spot) {
        return spot.cell().usable() >= FILLS_MAX && finder.lasts(spot.lot());
    }

    private @Nullable Spot elsewhere(Spot home, Dice dice) {
        return finder.find(
                dice,
                site -> site.isUnit() && !site.equals(home.site()),
                found -> found.lot().item().equals(home.lot().item()) && mayFill(found));
    }

    private void claim(Spot spot) {
        spot.cell().freeze();
        world.claims().take(spot.site(), spot.lot().item());
    }

    private void overfill(Case filled, long pieces) {
        fill(filled, filled.home(), pieces, filled.night());
        String story = "On %s %s, and %s gives %d."
                .formatted(
                        world.date(filled.night()),
                        filled.title(),
                        filled.home().site().title(),
                        pieces);
        FaultStory.open(truth)
                .plants(
                        identity("DSP-03", filled, filled.home(), null),
                        filled::prescribed,
                        () -> pieces,
                        filled.night(),
                        filled.night(),
                        story);
    }

    private void fillAgainAndAgain(Case filled, int gap) {
        int second = filled.night() + gap;
        int third = second + gap;
        fill(filled, filled.home(), filled.night());
        fill(filled, filled.home(), second);
        fill(filled, filled.home(), third);
        String story = "On %s %s, and %s fills it whole; and again on %s."
                .formatted(
                        world.date(filled.night()),
                        filled.title(),
                        filled.home().site().title(),
                        world.date(second));
        Identity identity = identity("DSP-03", filled, filled.home(), null);
        FaultStory told = FaultStory.open(truth);
        told.plants(identity, filled::prescribed, () -> 2 * filled.prescribed(), second, second, story);
        told.follows(
                identity,
                filled::prescribed,
                () -> 3 * filled.prescribed(),
                third,
                third,
                "And a third time on %s.".formatted(world.date(third)));
    }

    private void fillAtTwo(Case filled, Spot away, int gap) {
        int night = filled.night() + gap;
        fill(filled, filled.home(), filled.night());
        fill(filled, away, night);
        tellAway(filled, away, night);
    }

    /** The second time home is the site of the last fill and of the first: then the other one is the counterpart. */
    private void fillThereAndBack(Case filled, Spot away, int gap) {
        int there = filled.night() + gap;
        int back = there + gap;
        fill(filled, filled.home(), filled.night());
        fill(filled, away, there);
        fill(filled, filled.home(), back);
        FaultStory told = tellAway(filled, away, there);
        told.follows(
                identity("DSP-04", filled, filled.home(), away.site()),
                filled::prescribed,
                () -> 3 * filled.prescribed(),
                back,
                back,
                "On %s the first unit fills it once more.".formatted(world.date(back)));
    }

    private FaultStory tellAway(Case filled, Spot away, int night) {
        String story = "On %s %s; %s fills it whole, and on %s %s does so too."
                .formatted(
                        world.date(filled.night()),
                        filled.title(),
                        filled.home().site().title(),
                        world.date(night),
                        away.site().title());
        FaultStory told = FaultStory.open(truth);
        told.plants(
                identity("DSP-04", filled, away, filled.home().site()),
                filled::prescribed,
                () -> 2 * filled.prescribed(),
                night,
                night,
                story);
        return told;
    }

    /** Of one day's fills the last is that of the higher CLUES. */
    private void fillAtTwoOnOneDay(Case filled, Spot away) {
        fill(filled, filled.home(), filled.night());
        fill(filled, away, filled.night());
        boolean homeIsFirst = filled.home().site().clues().compareTo(away.site().clues()) < 0;
        Spot first = homeIsFirst ? filled.home() : away;
        Spot last = homeIsFirst ? away : filled.home();
        String story = "On %s %s; %s and %s both fill it whole that day."
                .formatted(
                        world.date(filled.night()),
                        filled.title(),
                        first.site().title(),
                        last.site().title());
        FaultStory.open(truth)
                .plants(
                        identity("DSP-04", filled, last, first.site()),
                        filled::prescribed,
                        () -> 2 * filled.prescribed(),
                        filled.night(),
                        filled.night(),
                        story);
    }

    private void fill(Case filled, Spot spot, int night) {
        fill(filled, spot, filled.prescribed(), night);
    }

    private void fill(Case filled, Spot spot, long pieces, int night) {
        agenda.add(night, () -> {
            spot.cell().move(-pieces, night);
            spot.state()
                    .book()
                    .dispense(filled.prescription(), spot.lot().item(), spot.lot(), filled.prescribed(), pieces);
        });
    }

    private static Identity identity(String rule, Case filled, Spot at, @Nullable Site counterpart) {
        return Identity.ofPrescription(rule, at.site(), counterpart, at.lot().item(), filled.prescription());
    }
}
