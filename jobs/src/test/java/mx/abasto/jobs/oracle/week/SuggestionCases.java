package mx.abasto.jobs.oracle.week;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mx.abasto.jobs.oracle.week.Suggestions.Holding;
import mx.abasto.jobs.oracle.week.Suggestions.Lot;
import mx.abasto.jobs.oracle.week.Suggestions.Market;

/** What must come up in random networks, and does not show in the suggestions themselves. */
final class SuggestionCases {

    private static final String BARE = "need without min_days";
    private static final String USED_UP = "need of what is used up";
    private static final String NOT_FILLED = "need of what was not filled";
    private static final String ON_THE_ROAD = "on the road to who lacks";
    private static final String RECALLED = "recalled lot stays";
    private static final String EXPIRES = "lot stays that expires on the road";

    static final List<String> ALL = List.of(BARE, USED_UP, NOT_FILLED, ON_THE_ROAD, RECALLED, EXPIRES);

    private SuggestionCases() {}

    static List<String> of(Market market, Predicate<Lot> isRecalled) {
        List<String> cases = new ArrayList<>();
        for (Holding taker : market.holdings()) {
            if (taker.isLacking() && taker.inTransit().signum() > 0) {
                cases.add(ON_THE_ROAD);
            }
            if (taker.need().signum() > 0) {
                cases.add(taker.isInDemand() ? USED_UP : NOT_FILLED);
                if (taker.band() != null && taker.band().minDays() == null) {
                    cases.add(BARE);
                }
                market.lots().keySet().stream()
                        .filter(lot -> lot.giver().isNear(taker))
                        .filter(lot -> !market.isGood().test(lot, taker))
                        .forEach(lot -> cases.add(isRecalled.test(lot) ? RECALLED : EXPIRES));
            }
        }
        return cases;
    }
}
