package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.List;

/** How many faults of which kind, and from which night on each looks for its place. */
final class FaultPlan {

    /** Two nights of looking for the planned kind; then another of the same rule will do. */
    private static final int PATIENCE_NIGHTS = 2;

    /** @param number its place in the plan */
    record Planned(int number, FaultKind kind, int night) {

        List<FaultKind> candidates(int tonight) {
            List<FaultKind> candidates = new ArrayList<>(List.of(kind));
            if (tonight - night >= PATIENCE_NIGHTS) {
                for (FaultKind other : FaultKind.values()) {
                    if (other != kind && other.rule().equals(kind.rule())) {
                        candidates.add(other);
                    }
                }
            }
            return candidates;
        }
    }

    private FaultPlan() {}

    /**
     * Rate × sites × nights faults, one of each rule at least that so many nights have room for; none on the opening
     * night. A signal comes once.
     */
    static List<Planned> of(GeneratorOptions options) {
        List<Planned> plan = new ArrayList<>();
        int last = options.nights() - 1;
        if (options.faults() == 0 || last < 1) {
            return plan;
        }
        List<FaultKind> kinds = new ArrayList<>(FaultKind.inOrder());
        kinds.removeIf(kind -> kind.isSignal() && !SignalFaults.haveRoom(kind, options));
        long rules = kinds.stream().map(FaultKind::rule).distinct().count();
        long wanted = Math.max(rules, Math.round(options.faults() * options.sites() * options.nights()));
        Dice dice = Dice.of(options.seed(), "fault plan");
        for (int i = 0; plan.size() < wanted; i++) {
            FaultKind kind = kinds.get(i % kinds.size());
            if (!kind.isSignal() || i < kinds.size()) {
                plan.add(new Planned(plan.size(), kind, night(kind, last, dice)));
            }
        }
        return plan;
    }

    /** Time for the road, and for what follows, before the nights end. */
    private static int night(FaultKind kind, int last, Dice dice) {
        int latest = kind.rule().equals("STK-04") ? last / 2 - 1 : last - (kind.isOnTheRoad() ? 8 : 5);
        return (int) dice.between(1, Math.max(1, latest));
    }
}
