package mx.abasto.jobs.synthetic;

import java.util.function.LongSupplier;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;
import org.jspecify.annotations.Nullable;

/** Loans without papers: pieces of a lot go from a site to a unit of its state, and no record says so. */
final class Borrowing {

    /** One prescription takes all that the borrower has: it should not have much. */
    private static final long ISSUED_MAX = 40;

    private record Loan(Spot lender, SiteState borrower) {}

    private final World world;
    private final Truth truth;
    private final Finder finder;

    Borrowing(World world, Truth truth, Finder finder) {
        this.world = world;
        this.truth = truth;
        this.finder = finder;
    }

    boolean plant(FaultKind kind, int night, Dice dice) {
        Loan loan = find(kind, dice, true);
        if (loan == null) {
            loan = find(kind, dice, false);
        }
        if (loan == null) {
            return false;
        }
        Lot lot = loan.lender().lot();
        long pieces = StockFaults.some(dice, lot, loan.lender().cell().physical());
        Cell borrowed = loan.borrower().shelves().obtain(lot);
        move(loan, borrowed, pieces);
        String fault = truth.nextFault();
        String story = "%s lends %s %d pieces of %s lot %s on %s without papers"
                .formatted(
                        loan.lender().site().title(),
                        loan.borrower().site().title(),
                        pieces,
                        lot.item().clave(),
                        lot.title(),
                        world.date(night));
        switch (kind) {
            case BORROWED_AND_KEPT ->
                add(
                        fault,
                        "STK-03",
                        loan.borrower(),
                        lot,
                        () -> 0,
                        borrowed::physical,
                        night,
                        true,
                        story + ", where the lot never entered and is counted from that night on.");
            case BORROWED_AND_ISSUED -> {
                story += ", and %s: more than its records ever had."
                        .formatted(issueAll(loan.borrower(), borrowed, night));
                add(fault, "STK-02", loan.borrower(), lot, () -> 0, borrowed::book, night, true, story);
            }
            default -> {
                story += ", and %s; the lot never entered there.".formatted(issueAll(loan.borrower(), borrowed, night));
                add(fault, "DSP-01", loan.borrower(), lot, () -> 0, () -> pieces, night, true, story);
            }
        }
        Cell lent = loan.lender().cell();
        add(
                fault,
                "STK-01",
                loan.lender().state(),
                lot,
                lent::book,
                lent::physical,
                night,
                false,
                "The lender's records still have the pieces that it lent.");
        return true;
    }

    /** Units are asked for a loan first, warehouses if no unit can give one. */
    private @Nullable Loan find(FaultKind kind, Dice dice, boolean amongUnits) {
        Spot lender = finder.find(
                dice,
                site -> site.isUnit() == amongUnits && site.kind() != SiteKind.CENTRAL_WAREHOUSE,
                spot -> spot.lot().isNamed()
                        && spot.cell().usable() >= 2 * StockFaults.least(spot.lot())
                        && finder.lasts(spot.lot())
                        && borrowerOf(spot, kind, dice) != null);
        SiteState borrower = lender == null ? null : borrowerOf(lender, kind, dice);
        return lender == null || borrower == null ? null : new Loan(lender, borrower);
    }

    private @Nullable SiteState borrowerOf(Spot lender, FaultKind kind, Dice dice) {
        return finder.neighbour(dice, lender, state -> {
            Cell cell = state.shelves().find(lender.lot());
            boolean hasSome = cell != null && cell.usable() > 0 && cell.usable() <= ISSUED_MAX;
            return kind == FaultKind.BORROWED_AND_ISSUED ? hasSome : cell == null;
        });
    }

    private void move(Loan loan, Cell borrowed, long pieces) {
        loan.lender().cell().freeze();
        borrowed.freeze();
        loan.lender().cell().moveUnseen(-pieces);
        borrowed.moveUnseen(pieces);
        Item item = borrowed.lot().item();
        Site borrower = loan.borrower().site();
        world.claims().take(loan.lender().site(), item);
        world.claims().take(borrower, item);
        world.claims().block(borrower, item);
        world.claims().needCounts(loan.lender().site());
        world.claims().needCounts(borrower);
    }

    private String issueAll(SiteState state, Cell cell, int night) {
        long pieces = cell.physical();
        Prescription prescription = new Care(world).newPrescription(state, night);
        state.book().dispense(prescription, cell.lot().item(), cell.lot(), pieces, pieces);
        cell.moveUnseen(-pieces);
        cell.writeOnly(-pieces);
        return "prescription %s takes all %d there".formatted(prescription.number(), pieces);
    }

    private void add(
            String fault,
            String rule,
            SiteState state,
            Lot lot,
            LongSupplier expected,
            LongSupplier actual,
            int night,
            boolean planted,
            String story) {
        Identity identity = Identity.ofCell(rule, state.site(), lot);
        truth.add(new Finding(
                fault, identity, expected, actual, night, world.nights().last(), planted, story));
    }
}
