package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import mx.abasto.common.model.CheckDigit;
import mx.abasto.jobs.synthetic.FaultPlan.Planned;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;
import org.jspecify.annotations.Nullable;

/** Codes that the reference data do not know, and codes that fail their own check digit. */
final class ReferenceFaults implements FaultFamily {

    private static final int UNKNOWN_NUMBER = 90_000;
    private static final int PIECES_MAX = 20;
    private static final int DAYS_ON_THE_ROAD = 2;

    private final World world;
    private final Truth truth;
    private final Finder finder;
    private final UnknownClaves claves;
    private final Set<String> codes = new HashSet<>();

    ReferenceFaults(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
        this.finder = new Finder(world);
        this.claves = new UnknownClaves(world, truth, finder);
        world.network().sites().forEach(site -> codes.add(site.clues()));
    }

    /** The sites, so many of the health centres under a code whose check digit is wrong. */
    static List<Site> misprinted(List<Site> sites, GeneratorOptions options) {
        List<Site> centres = new ArrayList<>(sites.stream()
                .filter(site -> site.kind() == SiteKind.HEALTH_CENTRE)
                .toList());
        Dice.of(options.seed(), "misprinted").shuffle(centres);
        long planned = FaultPlan.of(options).stream()
                .filter(fault -> fault.kind() == FaultKind.SITE_DIGIT_WRONG)
                .count();
        List<Site> chosen = centres.subList(0, (int) Math.min(planned, (centres.size() + 5) / 6));
        return sites.stream()
                .map(site -> chosen.contains(site) ? site.withClues(otherDigit(site.clues())) : site)
                .toList();
    }

    private static String otherDigit(String clues) {
        int end = clues.length() - 1;
        return clues.substring(0, end) + (clues.charAt(end) - '0' + 1) % 7;
    }

    /** What sites.csv itself has wrong is listed from the opening night on. */
    List<Planned> open(List<Planned> waiting) {
        List<Planned> misprints = waiting.stream()
                .filter(planned -> planned.kind() == FaultKind.SITE_DIGIT_WRONG)
                .toList();
        for (Site site : world.network().sites()) {
            String prefix = site.clues().substring(0, 2);
            int number = Integer.parseInt(site.clues().substring(5, 10));
            if (CheckDigit.of(prefix, number) != site.clues().charAt(10) - '0') {
                String story = "sites.csv has %s with a check digit that its number does not give; %s reports under it."
                        .formatted(site.clues(), site.name());
                truth.add(Finding.planted(
                        truth.nextFault(),
                        Identity.ofClues("REF-03", site.clues()),
                        0,
                        world.nights().last(),
                        story));
            }
        }
        return misprints;
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.CLAVE_MISTYPED,
                FaultKind.CLAVE_UNKNOWN,
                FaultKind.SITE_UNKNOWN,
                FaultKind.SITE_DIGIT_WRONG,
                FaultKind.DESTINATION_MISTYPED);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return switch (kind) {
            case CLAVE_UNKNOWN -> claves.receive(night, dice);
            case CLAVE_MISTYPED -> claves.mistype(night, dice);
            case SITE_UNKNOWN -> sendToUnknown(night, dice);
            case DESTINATION_MISTYPED -> mistypeDestination(night, dice);
            // Planted as the network is chosen.
            case SITE_DIGIT_WRONG -> false;
            default -> throw new IllegalArgumentException(kind + " is no fault of codes");
        };
    }

    /** What stands under a clave that nobody knows is counted like all else. */
    void count(SiteState state) {
        claves.count(state);
    }

    private boolean sendToUnknown(int night, Dice dice) {
        Spot spot = find(dice, found -> true);
        if (spot == null) {
            return false;
        }
        String prefix = spot.site().clues().substring(0, 2);
        int number = UNKNOWN_NUMBER + codes.size();
        String code = "%sIMB%05d%d".formatted(prefix, number, CheckDigit.of(prefix, number));
        codes.add(code);
        Site unknown = spot.site().withClues(code);
        Shipment shipment = send(spot, unknown, night, dice);
        long pieces = shipment.lines().get(0).pieces();
        String fault = truth.nextFault();
        int last = world.nights().last();
        String story = "On %s %s sends %d pieces of %s lot %s to %s (shipment %s), which sites.csv does not know."
                .formatted(
                        world.date(night),
                        spot.site().title(),
                        pieces,
                        spot.lot().item().clave(),
                        spot.lot().title(),
                        code,
                        shipment.number());
        truth.add(Finding.planted(fault, Identity.ofClues("REF-02", code), night, last, story));
        if (shipment.dueNight() < last) {
            Identity lost = Identity.ofShipment(
                    "SHP-01", spot.site(), unknown, spot.lot().item(), spot.lot(), shipment.number());
            String follows = "Nobody reports its receipt; it was due on %s.".formatted(world.date(shipment.dueNight()));
            truth.add(Finding.consequence(fault, lost, () -> pieces, () -> 0, shipment.dueNight() + 1, last, follows));
        }
        return true;
    }

    private boolean mistypeDestination(int night, Dice dice) {
        int arrival = night + DAYS_ON_THE_ROAD;
        Spot spot = arrival > world.nights().last() ? null : find(dice, found -> receiver(found) != null);
        SiteState receiver = spot == null ? null : receiver(spot);
        if (spot == null || receiver == null) {
            return false;
        }
        Site intended = receiver.site();
        String code = otherDigit(intended.clues());
        codes.add(code);
        world.claims().take(intended, spot.lot().item());
        Shipment shipment = send(spot, intended.withClues(code), night, dice);
        long pieces = shipment.lines().get(0).pieces();
        receiver.inbound().add(new Parcel(shipment, spot.lot(), pieces, arrival));
        String fault = truth.nextFault();
        String story = "On %s %s sends %s %d pieces of %s lot %s (shipment %s), but types its code as %s."
                .formatted(
                        world.date(night),
                        spot.site().title(),
                        intended.title(),
                        pieces,
                        spot.lot().item().clave(),
                        spot.lot().title(),
                        shipment.number(),
                        code);
        // A settled shipment is not listed the night after, and nothing names its destination any more.
        truth.add(Finding.planted(fault, Identity.ofClues("REF-03", code), night, arrival, story));
        truth.add(Finding.consequence(
                fault, Identity.ofClues("REF-02", code), night, arrival, "sites.csv does not know the mistyped code."));
        Identity wrong = Identity.ofShipment(
                "SHP-07", intended, intended.withClues(code), spot.lot().item(), spot.lot(), shipment.number());
        truth.add(Finding.consequence(
                fault, wrong, arrival, arrival, "It arrives where it was meant to, which is not what was written."));
        return true;
    }

    private @Nullable Spot find(Dice dice, Predicate<Spot> wanted) {
        return finder.find(
                dice,
                site -> !site.isUnit(),
                found -> found.lot().isNamed()
                        && finder.lasts(found.lot())
                        && found.cell().usable() >= 4
                        && wanted.test(found));
    }

    /** A unit that the warehouse supplies, whose code has not been mistyped yet. */
    private @Nullable SiteState receiver(Spot spot) {
        Item item = spot.lot().item();
        for (SiteState state : world.sites()) {
            Site site = state.site();
            if (world.network().routes().supplierOf(site) == spot.site().index()
                    && world.network().assortment().holds(site.kind(), item)
                    && !world.claims().isTaken(site, item)
                    && !codes.contains(otherDigit(site.clues()))) {
                return state;
            }
        }
        return null;
    }

    private Shipment send(Spot spot, Site destination, int night, Dice dice) {
        long pieces = dice.between(2, Math.min(PIECES_MAX, spot.cell().usable() / 2));
        Document document = spot.state().document("T");
        spot.cell().move(-pieces, night);
        spot.state().book().ship(document, destination, spot.lot(), pieces, pieces);
        return new Shipment(
                spot.site(),
                destination,
                document.number(),
                night,
                night + Routes.DEFAULT_TRANSIT_DAYS,
                List.of(new Shipment.Line(spot.lot(), pieces)));
    }
}
