package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.List;
import mx.abasto.jobs.synthetic.FaultPlan.Planned;
import mx.abasto.jobs.synthetic.Finding.Identity;

/**
 * Faults of delivery: files that come late, that nobody can read, that hold what is old, or that their
 * control tells otherwise.
 */
final class DeliveryFaults {

    /** So many nights at one site a night; then any site will do. */
    private static final int PATIENCE_NIGHTS = 2;

    private static final int NIGHTS_LATE_MAX = 3;

    private record Aim(Planned planned, FaultKind kind, Site target, boolean anywhere) {

        boolean isAt(Site site) {
            return anywhere || target.equals(site);
        }
    }

    private final World world;
    private final Truth truth;
    private final ExtraFiles extras;
    private final UnreadableFiles unreadable;
    private final WrongControls controls;
    private final LateReceipts lateReceipts;
    private final LateAdjustments lateAdjustments;
    private final OldPrescriptions oldPrescriptions;
    private final List<Aim> aims = new ArrayList<>();

    DeliveryFaults(World world, Truth truth, Agenda agenda, ExtraFiles extras) {
        this.world = world;
        this.truth = truth;
        this.extras = extras;
        this.unreadable = new UnreadableFiles(world, truth, extras);
        this.controls = new WrongControls(world, truth, extras);
        this.lateReceipts = new LateReceipts(world, truth, agenda, extras);
        this.lateAdjustments = new LateAdjustments(world, truth, extras);
        this.oldPrescriptions = new OldPrescriptions(world, truth, extras);
    }

    /** Chooses tonight's target of each planned fault whose night has come; a miss is aimed anew. */
    void aim(List<Planned> waiting, int night) {
        aims.clear();
        lateReceipts.aim(night);
        Dice dice = Dice.of(world.options().seed(), "delivery faults", night);
        for (Planned planned : waiting) {
            if (planned.kind().isOfDelivery() && planned.night() <= night && night > 0) {
                Site target = dice.pick(world.network().sites());
                boolean anywhere =
                        planned.kind() == FaultKind.RECEIPTS_LATE || night - planned.night() >= PATIENCE_NIGHTS;
                for (FaultKind kind : planned.candidates(night)) {
                    aims.add(new Aim(planned, kind, target, anywhere));
                }
            }
        }
    }

    /** Spoils what is aimed at the site, and tells which planned faults that were. */
    List<Planned> spoil(SiteState state, int night) {
        List<Planned> done = new ArrayList<>();
        for (Aim aim : aims) {
            if (aim.isAt(state.site()) && !done.contains(aim.planned()) && plant(aim.kind(), state, night)) {
                done.add(aim.planned());
            }
        }
        aims.removeIf(aim -> done.contains(aim.planned()));
        return done;
    }

    private boolean plant(FaultKind kind, SiteState state, int night) {
        return switch (kind) {
            case STOCK_LATE -> delayStock(state, night);
            case RECEIPTS_LATE -> lateReceipts.plant(state, night);
            case ADJUSTMENTS_LATE -> lateAdjustments.plant(state, night);
            case FILE_UNREADABLE -> unreadable.spoilEmpty(state, night);
            case UNREADABLE_MENDED -> unreadable.mendAtOnce(state, night);
            case UNREADABLE_SENT_AGAIN -> unreadable.sendCountsAgain(state, night);
            case CONTROL_ROWS_DIFFER, CONTROL_PIECES_DIFFER, CONTROL_HASH_DIFFERS ->
                controls.misstate(kind, state, night);
            case CONTROLLED_FILE_MISSING -> controls.nameWhatIsMissing(state, night);
            case PRESCRIPTIONS_IN_A_DRAWER -> oldPrescriptions.plant(state, night);
            default -> throw new IllegalArgumentException(kind + " is no fault of delivery");
        };
    }

    /** So many nights, no more than there are. */
    static int nightsLate(World world, Dice dice, int night) {
        return (int) dice.between(1, Math.min(NIGHTS_LATE_MAX, world.nights().last() - night));
    }

    /** Whether the site's count may fail to come tonight; if so it is this fault's. */
    static boolean takeCounts(World world, SiteState state) {
        if (world.claims().needsCounts(state.site())
                || state.book().isSuppressed(Extract.STOCK)
                || state.book().rows(Extract.STOCK) == 0
                || !world.claims().takeExtract(state.site(), Extract.STOCK)) {
            return false;
        }
        world.claims().loseCounts(state.site());
        return true;
    }

    private boolean delayStock(SiteState state, int night) {
        if (night == world.nights().last() || !takeCounts(world, state)) {
            return false;
        }
        Site site = state.site();
        int arrival = night + nightsLate(world, world.dice("late count", site, night), night);
        String name = ExtractFiles.name(Extract.STOCK, site.clues(), world.date(night));
        Table table = state.book().table(Extract.STOCK);
        state.book().suppress(Extract.STOCK);
        extras.add(arrival, name, table.bytes(), table.rows());
        String fault = truth.nextFault();
        truth.add(Finding.planted(
                fault,
                Identity.ofFile("EXT-02", site, name),
                arrival,
                arrival,
                "The count of %s of %s comes on %s; it is kept, and compared with nothing."
                        .formatted(site.title(), world.date(night), world.date(arrival))));
        truth.add(missing(fault, site, Extract.STOCK, night));
        return true;
    }

    /** That the extract did not come on its night is listed on that night alone. */
    static Finding missing(String fault, Site site, Extract extract, int night) {
        Identity identity = Identity.ofFile("EXT-01", site, extract.title());
        return Finding.consequence(
                fault, identity, () -> 1, () -> 0, night, night, "Nothing readable came on its own night.");
    }
}
