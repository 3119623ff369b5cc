package mx.abasto.jobs.oracle.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.oracle.Row;
import mx.abasto.jobs.oracle.week.Suggestions.Holding;
import mx.abasto.jobs.oracle.week.Suggestions.Lot;
import mx.abasto.jobs.oracle.week.Suggestions.Market;
import mx.abasto.jobs.oracle.week.WeekReference.Band;
import org.junit.jupiter.api.Test;

/** What the proof of suggestions objects to: a site with 40 pieces to spare beside one that lacks 10. */
class SuggestionProofTest {
    private static final String CLAVE = "010.000.0022.00";
    private static final Holding GIVER = holding("OCSSA000011", "OVER", 100);
    private static final Holding TAKER = holding("OCSSA000022", "OUT", 0);
    private static final Lot LOT = new Lot(GIVER, "L1", null);

    /** Uses a piece a day, and should hold 10 to 60. */
    private static Holding holding(String clues, String status, long closing) {
        return new Holding(
                new SiteClave(clues, CLAVE),
                "20",
                status,
                BigInteger.valueOf(closing),
                BigInteger.ZERO,
                BigInteger.ZERO,
                new BigDecimal("30.400"),
                new Band(10, 60));
    }

    private static Row moved(String lot, long pieces) {
        return new Row()
                .with("state", "20")
                .with("clave", CLAVE)
                .with("taker_clues", TAKER.key().clues())
                .with("giver_clues", GIVER.key().clues())
                .with("lot", lot)
                .with("expires_on", null)
                .with("quantity", pieces);
    }

    private static List<String> broken(long held, boolean isGoodOnArrival, Row... rows) {
        Market market = new Market(
                List.of(GIVER, TAKER), Map.of(LOT, BigInteger.valueOf(held)), (lot, taker) -> isGoodOnArrival);
        return SuggestionProof.broken(market, Arrays.asList(rows));
    }

    @Test
    void whatIsLackedFromWhatIsSpareIsInOrder() {
        assertThat(broken(100, true, moved("L1", 10))).isEmpty();
    }

    @Test
    void aGiverThatGoesUnderItsBandIsNamed() {
        assertThat(broken(100, true, moved("L1", 41)).toString())
                .contains("the giver keeps its max_days", "nobody takes more than it needs", "OCSSA000011");
    }

    @Test
    void moreThanALotHoldsIsNamed() {
        assertThat(broken(4, true, moved("L1", 10)).toString()).contains("no lot goes below 0: not Lot[giver=");
    }

    @Test
    void aLotThatTheGiverDoesNotHoldIsNamed() {
        assertThat(broken(100, true, moved("L2", 10)).toString()).contains("the giver holds the lot");
    }

    @Test
    void aLotThatExpiresOnTheRoadIsNamed() {
        assertThat(broken(100, false, moved("L1", 10)).toString()).contains("the lot may go");
    }

    @Test
    void aNeedLeftBesideASurplusIsNamed() {
        assertThat(broken(100, true, moved("L1", 9)).toString()).contains("nobody lacks what could be spared");
    }
}
