package mx.abasto.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int UNKNOWN = Integer.MAX_VALUE;
    private static final int ON_THE_ROAD = 7;

    private static Taker out(long number, long closing, @Nullable String amc, long need) {
        return taker(number, true, closing, amc, need);
    }

    private static Taker low(long number, long closing, @Nullable String amc, long need) {
        return taker(number, false, closing, amc, need);
    }

    private static Taker taker(long number, boolean isOut, long closing, @Nullable String amc, long need) {
        return new Taker(number, "T" + number, isOut, closing, amc == null ? null : new BigDecimal(amc), need);
    }

    private static GiverLot lot(long number, String clues, long surplus, long book, int daysLeft) {
        return new GiverLot(number, clues, surplus, book, daysLeft);
    }

    private static List<String> served(List<GiverLot> lots, Taker... takers) {
        return new Allocation(lots, (giver, taker) -> ON_THE_ROAD)
                .serve(List.of(takers)).stream()
                        .map(grant -> "%d of lot %d to %d".formatted(grant.quantity(), grant.giverLot(), grant.taker()))
                        .toList();
    }

    @Test
    void whoIsOutComesBeforeWhoIsLowAndThenWhoHasTheFewestDays() {
        assertThat(served(
                        List.of(lot(1, "A", 100, 100, UNKNOWN)),
                        low(1, 1, "10", 1),
                        low(2, 2, "30", 1),
                        out(3, 0, "10", 1),
                        out(4, -1, "10", 1)))
                .containsExactly("1 of lot 1 to 4", "1 of lot 1 to 3", "1 of lot 1 to 2", "1 of lot 1 to 1");
    }

    @Test
    void daysOfStockAreComparedWithoutRounding() {
        // 1 / 3.000 and 333333333333 / 1000000000000.000 differ in the 13th decimal.
        assertThat(served(
                        List.of(lot(1, "A", 100, 100, UNKNOWN)),
                        low(1, 1, "3.000", 1),
                        low(2, 333_333_333_333L, "1000000000000.000", 1)))
                .containsExactly("1 of lot 1 to 2", "1 of lot 1 to 1");
    }

    @Test
    void ofEqualDaysTheGreaterNeedComesFirstThenTheClues() {
        assertThat(served(
                        List.of(lot(1, "A", 100, 100, UNKNOWN)),
                        out(1, 0, "10", 4),
                        out(2, 0, "20", 5),
                        out(3, 0, "30", 5)))
                .containsExactly("5 of lot 1 to 2", "5 of lot 1 to 3", "4 of lot 1 to 1");
    }

    @Test
    void whoWasNeverInStockComesAfterThoseWhoseUseIsKnown() {
        assertThat(served(List.of(lot(1, "A", 10, 10, UNKNOWN)), out(1, 0, null, 9), out(2, 0, "1", 3)))
                .containsExactly("3 of lot 1 to 2", "7 of lot 1 to 1");
    }

    @Test
    void aGiverGivesNoMoreThanItsSurplusWhateverItsLotsHold() {
        assertThat(served(
                        List.of(lot(1, "A", 12, 10, 30), lot(2, "A", 12, 10, 60), lot(3, "B", 5, 9, 90)),
                        out(1, 0, "10", 8),
                        out(2, 0, "10", 20)))
                .containsExactly("10 of lot 1 to 2", "2 of lot 2 to 2", "5 of lot 3 to 2");
    }

    @Test
    void aLotThatExpiresOnTheDayThatItArrivesStays() {
        assertThat(served(
                        List.of(lot(1, "A", 5, 5, ON_THE_ROAD), lot(2, "B", 5, 5, ON_THE_ROAD + 1)),
                        out(1, 0, "10", 10)))
                .containsExactly("5 of lot 2 to 1");
    }

    @Test
    void aLotThatArrivesInTimeAtOneSiteOnlyGoesThere() {
        List<Allocation.Grant> grants = new Allocation(
                        List.of(lot(1, "A", 5, 5, 3)), (giver, taker) -> taker.equals("T2") ? 2 : 9)
                .serve(List.of(out(1, 0, "1", 5), out(2, 0, "1", 5)));

        assertThat(grants).containsExactly(new Allocation.Grant(2, 1, 5));
    }
}
