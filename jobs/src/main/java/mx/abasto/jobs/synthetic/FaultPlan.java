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
                plan.add(new Planned(plan.size(), kind, (int) dice.between(1, Math.max(1, latest(kind, last)))));
            }
        }
        return plan;
    }

    /** Leaves time for the road, the due day, and what follows, before the nights end. */
    private static int latest(FaultKind kind, int last) {
        return switch (kind.rule()) {
            case "STK-04", "DSP-02", "DSP-05" -> last / 2 - 1;
            case "SHP-01", "SHP-02", "SHP-03", "SHP-04", "SHP-05", "SHP-06", "SHP-07", "SHP-08", "SHP-09", "ORD-01" ->
                last - 8;
            default -> last - 5;
        };
    }
}
