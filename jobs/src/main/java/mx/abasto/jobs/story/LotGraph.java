package mx.abasto.jobs.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A lot's flows by account. */
final class LotGraph {
    private final Map<Account, List<Flow>> flowsInto = new TreeMap<>();
    private final Map<Account, List<Flow>> flowsFrom = new TreeMap<>();

    LotGraph(List<Flow> flows) {
        for (Flow flow : flows) {
            flowsInto.computeIfAbsent(flow.to(), account -> new ArrayList<>()).add(flow);
            flowsFrom.computeIfAbsent(flow.from(), account -> new ArrayList<>()).add(flow);
        }
    }

    /** The sites and the shipments on the road, in a fixed order. */
    SortedSet<Account> inside() {
        SortedSet<Account> inside = new TreeSet<>();
        for (Set<Account> accounts : List.of(flowsInto.keySet(), flowsFrom.keySet())) {
            accounts.stream().filter(Account::isInside).forEach(inside::add);
        }
        return inside;
    }

    /** Whom pieces came from that is not in the network: suppliers, openings, adjustments by reason. */
    List<Account> sources() {
        return flowsFrom.keySet().stream()
                .filter(account -> !account.isInside())
                .toList();
    }

    List<Flow> into(Account account) {
        return flowsInto.getOrDefault(account, List.of());
    }

    List<Flow> from(Account account) {
        return flowsFrom.getOrDefault(account, List.of());
    }

    /** How many pieces went in. */
    long totalInto(Account account) {
        return total(into(account));
    }

    /** How many pieces went in and did not come out; less than 0 where more came out. */
    long left(Account account) {
        return totalInto(account) - total(from(account));
    }

    /** How many pieces more came out of accounts of a kind than went in. */
    long netFrom(Account.Kind kind) {
        return netOf(flowsFrom, kind) - netOf(flowsInto, kind);
    }

    /** What each reason of adjustment brought in; less than 0 for what it took out. */
    SortedMap<String, Long> netByReason() {
        SortedMap<String, Long> net = new TreeMap<>();
        flowsFrom.forEach((account, flows) -> addTo(net, account, total(flows)));
        flowsInto.forEach((account, flows) -> addTo(net, account, -total(flows)));
        return net;
    }

    private static void addTo(Map<String, Long> net, Account account, long pieces) {
        String reason = account.id();
        if (account.kind() == Account.Kind.ADJUSTMENT && reason != null) {
            net.merge(reason, pieces, Math::addExact);
        }
    }

    private static long netOf(Map<Account, List<Flow>> flows, Account.Kind kind) {
        return flows.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToLong(entry -> total(entry.getValue()))
                .reduce(0, Math::addExact);
    }

    static long total(List<Flow> flows) {
        return flows.stream().mapToLong(Flow::pieces).reduce(0, Math::addExact);
    }
}
