package mx.abasto.jobs.story;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.abasto.jobs.story.Account.Kind;

/**
 * Under which account each site and shipment is drawn in full: the nearest to a source from which pieces came. Pieces
 * of a lot may reach a site by several ways, and go round in circles; a home is one of the ways, so homes make a tree.
 */
final class Homes {
    /** Beyond so many levels of sites a drawing leaves the page. */
    private static final int LEVELS_MAX = 8;

    private final LotGraph graph;
    private final Map<Account, Home> homes = new HashMap<>();

    /** Where an account stands: under another, at the top because nothing came to it, or at the top for its depth. */
    private record Home(Optional<Account> parent, boolean isContinued, int level) {}

    Homes(LotGraph graph) {
        this.graph = graph;
        for (Account account : graph.inside()) {
            if (graph.into(account).stream().noneMatch(flow -> flow.from().isInside())) {
                spread(account);
            }
        }
        // What is left goes in circles: broken where the most came from outside.
        graph.inside().stream()
                .filter(account -> account.kind() == Kind.SITE)
                .sorted(Comparator.comparingLong(this::fromOutside).reversed().thenComparing(Comparator.naturalOrder()))
                .filter(account -> !homes.containsKey(account))
                .forEachOrdered(this::spread);
    }

    /** Whether pieces that flow from one account to another are followed there. */
    boolean isHome(Account from, Account account) {
        return home(account).parent().filter(from::equals).isPresent();
    }

    /** What nothing came to, or nothing but what it had sent itself. */
    List<Account> unknown() {
        return graph.inside().stream()
                .filter(account ->
                        home(account).parent().isEmpty() && !home(account).isContinued())
                .toList();
    }

    /** What is too deep to be drawn where it belongs. */
    List<Account> continued() {
        return graph.inside().stream()
                .filter(account -> home(account).isContinued())
                .toList();
    }

    private Home home(Account account) {
        return requireNonNull(homes.get(account), () -> account + " has no home");
    }

    private long fromOutside(Account account) {
        return graph.into(account).stream()
                .filter(flow -> !flow.from().isInside())
                .mapToLong(Flow::pieces)
                .reduce(0, Math::addExact);
    }

    private void spread(Account seed) {
        if (homes.containsKey(seed)) {
            return;
        }
        Optional<Account> source = graph.into(seed).stream()
                .map(Flow::from)
                .filter(account -> !account.isInside())
                .min(Comparator.naturalOrder());
        homes.put(seed, new Home(source, false, 1));
        Deque<Account> reached = new ArrayDeque<>(List.of(seed));
        while (!reached.isEmpty()) {
            Account account = reached.remove();
            int level = home(account).level();
            for (Flow flow : graph.from(account)) {
                Account next = flow.to();
                if (next.isInside() && !homes.containsKey(next)) {
                    homes.put(next, homeOf(next, account, level));
                    reached.add(next);
                }
            }
        }
    }

    private static Home homeOf(Account account, Account parent, int parentLevel) {
        if (account.kind() == Kind.TRANSIT) {
            return new Home(Optional.of(parent), false, parentLevel);
        }
        return parentLevel < LEVELS_MAX
                ? new Home(Optional.of(parent), false, parentLevel + 1)
                : new Home(Optional.empty(), true, 1);
    }
}
