package mx.abasto.jobs.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.story.Branch.Kind;
import mx.abasto.jobs.story.Branch.Origin;
import org.jspecify.annotations.Nullable;

/** Draws a lot's flows as trees: from each source down to where the pieces are now. */
final class LotTree {
    private final LotGraph graph;
    private final Homes homes;
    private final Map<Account, Integer> places = new HashMap<>();

    LotTree(LotGraph graph) {
        this.graph = graph;
        this.homes = new Homes(graph);
    }

    /** One tree per source; then what came from nowhere, and what is too deep to be drawn where it belongs. */
    List<Branch> roots() {
        List<Branch> roots = new ArrayList<>();
        for (Account source : graph.sources()) {
            List<Branch> children = graph.from(source).stream().map(this::along).toList();
            roots.add(Branch.sum(kindOf(source), source.id(), children));
        }
        addRoot(roots, Kind.UNKNOWN, homes.unknown());
        addRoot(roots, Kind.CONTINUED, homes.continued());
        return roots;
    }

    private void addRoot(List<Branch> roots, Kind kind, List<Account> accounts) {
        if (!accounts.isEmpty()) {
            List<Branch> children = accounts.stream()
                    .map(account -> inFull(account, graph.totalInto(account), null, null))
                    .toList();
            roots.add(Branch.sum(kind, null, children));
        }
    }

    private Branch along(Flow flow) {
        Account to = flow.to();
        if (!to.isInside()) {
            return Branch.end(kindOf(to), to.id(), flow);
        }
        if (homes.isHome(flow.from(), to)) {
            return inFull(to, flow.pieces(), flow.firstOn(), flow.lastOn());
        }
        return new Branch(
                kindOf(to),
                to.id(),
                place(to),
                flow.pieces(),
                flow.firstOn(),
                flow.lastOn(),
                graph.totalInto(to),
                List.of(),
                true,
                List.of());
    }

    private Branch inFull(Account account, long pieces, @Nullable LocalDate firstOn, @Nullable LocalDate lastOn) {
        int place = place(account);
        List<Branch> children = new ArrayList<>();
        long left = graph.left(account);
        if (account.kind() == Account.Kind.SITE) {
            children.add(Branch.leaf(Kind.ON_HAND, null, left));
        }
        graph.from(account).stream()
                .filter(flow -> flow.to().kind() != Account.Kind.PATIENT)
                .sorted(Comparator.comparing((Flow flow) -> flow.to().isInside())
                        .reversed()
                        .thenComparing(Flow::firstOn)
                        .thenComparing(Flow::to))
                .map(this::along)
                .forEachOrdered(children::add);
        List<Branch> prescriptions = prescriptions(account);
        if (!prescriptions.isEmpty()) {
            children.add(Branch.sum(Kind.PATIENTS, null, prescriptions));
        }
        if (account.kind() == Account.Kind.TRANSIT && left != 0) {
            children.add(Branch.leaf(Kind.ON_THE_ROAD, account.id(), left));
        }
        List<Origin> origins = graph.into(account).stream()
                .map(flow -> new Origin(kindOf(flow.from()), flow.from().id(), flow.pieces()))
                .toList();
        return new Branch(
                kindOf(account),
                account.id(),
                place,
                pieces,
                firstOn,
                lastOn,
                graph.totalInto(account),
                origins,
                false,
                children);
    }

    private List<Branch> prescriptions(Account site) {
        return graph.from(site).stream()
                .filter(flow -> flow.to().kind() == Account.Kind.PATIENT)
                .map(flow -> Branch.end(Kind.PRESCRIPTION, flow.prescriptionNo(), flow))
                .toList();
    }

    private int place(Account account) {
        if (account.kind() != Account.Kind.SITE) {
            return 0;
        }
        return places.computeIfAbsent(account, next -> places.size() + 1);
    }

    private static Kind kindOf(Account account) {
        return switch (account.kind()) {
            case SUPPLIER -> Kind.SUPPLIERS;
            case OPENING -> Kind.OPENING;
            case ADJUSTMENT -> Kind.ADJUSTMENT;
            case SITE -> Kind.SITE;
            case TRANSIT -> Kind.SHIPMENT;
            case PATIENT -> Kind.PATIENTS;
            case WARD -> Kind.WARDS;
        };
    }
}
