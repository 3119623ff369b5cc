package mx.abasto.jobs.oracle.week;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.oracle.week.Suggestions.Holding;
import mx.abasto.jobs.oracle.week.Suggestions.Lot;
import mx.abasto.jobs.oracle.week.Suggestions.Market;
import mx.abasto.jobs.oracle.week.WeekReference.Band;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of suggestions however they were found: applied to the balances, nobody gives what it needs, no lot
 * gives more than it holds, nobody gets more than it needs, and nobody is left in need beside what could be spared.
 */
final class SuggestionProof {

    private final Market market;
    private final Map<SiteClave, Holding> holdings = new HashMap<>();
    private final Map<SiteClave, BigInteger> given = new HashMap<>();
    private final Map<SiteClave, BigInteger> taken = new HashMap<>();
    private final Map<Lot, BigInteger> left;
    private final List<String> broken = new ArrayList<>();

    private SuggestionProof(Market market) {
        this.market = market;
        this.left = new HashMap<>(market.lots());
        market.holdings().forEach(holding -> holdings.put(holding.key(), holding));
    }

    /** What does not hold, in words; nothing if all is well. */
    static List<String> broken(Market market, List<Map<String, @Nullable Object>> published) {
        SuggestionProof proof = new SuggestionProof(market);
        published.forEach(row -> proof.apply(new Fact(row)));
        proof.holdings.values().forEach(proof::checkSite);
        proof.left.forEach((lot, pieces) -> proof.require(pieces.signum() >= 0, "no lot goes below 0", lot));
        proof.checkNothingIsLeftOver();
        return proof.broken;
    }

    private void apply(Fact row) {
        Holding taker = requireNonNull(holdings.get(new SiteClave(row.name("taker_clues"), row.name("clave"))));
        Holding giver = requireNonNull(holdings.get(new SiteClave(row.name("giver_clues"), row.name("clave"))));
        BigInteger pieces = row.pieces("quantity");
        require(pieces.signum() > 0, "something is moved", row);
        require(taker.status().equals("OUT") || taker.status().equals("LOW"), "the taker lacks", row);
        require(giver.status().equals("OVER"), "the giver has too much", row);
        require(row.is("state", giver.state()) && row.is("state", taker.state()), "both are of the state", row);
        Lot lot = new Lot(giver, row.name("lot"), row.day("expires_on"));
        require(left.containsKey(lot), "the giver holds the lot", row);
        require(market.isGood().test(lot, taker), "the lot may go", row);
        left.merge(lot, pieces.negate(), BigInteger::add);
        given.merge(giver.key(), pieces, BigInteger::add);
        taken.merge(taker.key(), pieces, BigInteger::add);
    }

    private void checkSite(Holding holding) {
        BigInteger gave = given.getOrDefault(holding.key(), BigInteger.ZERO);
        BigInteger took = taken.getOrDefault(holding.key(), BigInteger.ZERO);
        require(took.compareTo(holding.need()) <= 0, "nobody takes more than it needs", holding);
        if (gave.signum() > 0) {
            BigDecimal lasts = new BigDecimal(holding.closing().subtract(gave)).multiply(Rate.DAYS_OF_A_MONTH);
            Band band = requireNonNull(holding.band());
            require(lastsFor(lasts, band.maxDays(), holding), "the giver keeps its max_days", holding);
            require(lastsFor(lasts, band.minDays(), holding), "the giver keeps its min_days", holding);
        }
    }

    private static boolean lastsFor(BigDecimal lasts, @Nullable Integer days, Holding holding) {
        BigDecimal amc = requireNonNull(holding.amc());
        return days == null || lasts.compareTo(amc.multiply(BigDecimal.valueOf(days))) >= 0;
    }

    private void checkNothingIsLeftOver() {
        for (Holding taker : holdings.values()) {
            BigInteger need = taker.need().subtract(taken.getOrDefault(taker.key(), BigInteger.ZERO));
            for (Lot lot : need.signum() > 0 ? left.keySet() : List.<Lot>of()) {
                BigInteger spare = lot.giver()
                        .surplus()
                        .subtract(given.getOrDefault(lot.giver().key(), BigInteger.ZERO));
                boolean couldGive = lot.giver().isNear(taker)
                        && spare.signum() > 0
                        && left.getOrDefault(lot, BigInteger.ZERO).signum() > 0
                        && market.isGood().test(lot, taker);
                require(!couldGive, "nobody lacks what could be spared", taker + " of " + lot);
            }
        }
    }

    private void require(boolean holds, String what, Object where) {
        if (!holds) {
            broken.add("transfer_suggestions: " + what + ": not " + where);
        }
    }
}
