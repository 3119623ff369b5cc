package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.abasto.jobs.story.Branch;
import mx.abasto.jobs.story.LotTrace;
import mx.abasto.jobs.story.LotTrace.Count;
import mx.abasto.jobs.story.Words;
import org.jspecify.annotations.Nullable;

/** A lot's trace as a person reads it: its trees, its accounts, and what is unaccounted for. */
final class TraceText {
    /** Text is not squeezed further, however deep its branch. */
    private static final int CHARS_LEAST = 24;

    private final LotTrace trace;
    private final Words words;
    private final int width;
    private final int prescriptionsShown;
    private final List<String> lines = new ArrayList<>();

    TraceText(LotTrace trace, Words words, int width, int prescriptionsShown) {
        this.trace = trace;
        this.words = words;
        this.width = width;
        this.prescriptionsShown = prescriptionsShown;
    }

    List<String> lines() {
        head();
        for (Branch root : trace.roots()) {
            lines.add("");
            lines.addAll(Wrapped.lines(rootLabel(root), width));
            children(root, "");
        }
        if (trace.roots().isEmpty()) {
            lines.add("");
            lines.addAll(Wrapped.lines(words.text("trace.nothing"), width));
        }
        lines.add("");
        lines.addAll(new TraceSums(trace, words, width).lines());
        return lines;
    }

    private void head() {
        String supply = trace.description() == null ? trace.clave() : trace.clave() + " " + trace.description();
        lines.addAll(Wrapped.lines(words.text("trace.title", trace.lot(), supply), width));
        String expiries = trace.expiries().stream()
                .map(each -> each.lines() == 0
                        ? each.expiresOn().toString()
                        : each.expiresOn() + " (" + words.count("lines", each.lines()) + ")")
                .collect(Collectors.joining(", "));
        String key =
                switch (trace.expiries().size()) {
                    case 0 -> "trace.expiry.none";
                    case 1 -> "trace.expiry.one";
                    default -> "trace.expiry.many";
                };
        lines.addAll(Wrapped.lines(words.text(key, expiries), width));
        lines.addAll(Wrapped.lines(words.text("trace.until", trace.night()), width));
    }

    private String rootLabel(Branch root) {
        return switch (root.kind()) {
            case UNKNOWN, CONTINUED -> words.text("trace.root." + root.kind());
            default -> words.text("trace.root." + root.kind(), root.pieces(), reason(root.id()));
        };
    }

    private void children(Branch branch, String prefix) {
        List<Branch> shown = branch.children().stream()
                .filter(child -> child.kind() != Branch.Kind.PRESCRIPTION)
                .toList();
        for (int index = 0; index < shown.size(); index++) {
            boolean isLast = index == shown.size() - 1;
            draw(shown.get(index), prefix + (isLast ? "└─ " : "├─ "), prefix + (isLast ? "   " : "│  "), branch);
        }
    }

    private void draw(Branch branch, String first, String next, Branch parent) {
        Branch shown = branch;
        String label = label(branch, parent);
        // A shipment that arrived whole at one site is one line.
        if (branch.kind() == Branch.Kind.SHIPMENT
                && branch.children().size() == 1
                && branch.children().get(0).kind() == Branch.Kind.SITE) {
            shown = branch.children().get(0);
            label = label + " → " + siteLabel(shown);
        }
        String hanging = next + (hasBranches(shown) ? "│ " : "  ");
        write(first, hanging, words.text("trace.branch", branch.pieces(), label));
        if (!shown.isElsewhere() && shown.kind() == Branch.Kind.SITE && shown.total() != shown.pieces()) {
            write(hanging, hanging, words.text("trace.total", shown.total(), origins(shown)));
        }
        children(shown, next);
    }

    private static boolean hasBranches(Branch branch) {
        return branch.children().stream().anyMatch(child -> child.kind() != Branch.Kind.PRESCRIPTION);
    }

    private void write(String first, String next, String text) {
        List<String> wrapped = Wrapped.lines(text, Math.max(CHARS_LEAST, width - next.length()));
        for (int index = 0; index < wrapped.size(); index++) {
            lines.add((index == 0 ? first : next) + wrapped.get(index));
        }
    }

    private String label(Branch branch, Branch parent) {
        return switch (branch.kind()) {
            case SITE -> siteLabel(branch);
            case SHIPMENT -> shipmentLabel(branch);
            case ON_HAND -> words.text("trace.on_hand", count(parent.id()));
            case ON_THE_ROAD -> onTheRoad(branch.id());
            case PATIENTS -> patients(branch);
            case WARDS, OPENING, ADJUSTMENT, SUPPLIERS ->
                dated(words.text("trace.to." + branch.kind(), reason(branch.id())), branch);
            case PRESCRIPTION, UNKNOWN, CONTINUED -> throw new IllegalArgumentException("no branch: " + branch.kind());
        };
    }

    private String siteLabel(Branch branch) {
        String site = "[" + branch.place() + "] " + trace.site(clues(branch)).label();
        return branch.isElsewhere() ? words.text("trace.elsewhere", site, branch.place()) : dated(site, branch);
    }

    private static String clues(Branch branch) {
        return Optional.ofNullable(branch.id()).orElseThrow();
    }

    /** A shipment under its sender's branch goes by its number; without one it names the sender. */
    private String shipmentLabel(Branch branch) {
        String id = clues(branch);
        int slash = id.indexOf('/');
        String number = id.substring(slash + 1);
        return branch.firstOn() == null
                ? words.text(
                        "trace.shipment.unsent",
                        number,
                        trace.site(id.substring(0, slash)).label())
                : dated(words.text("trace.shipment", number), branch);
    }

    private String count(@Nullable String clues) {
        Optional<Count> found = trace.counts().stream()
                .filter(each -> each.clues().equals(clues))
                .findFirst();
        Long variance = found.map(Count::variance).orElse(null);
        if (found.isEmpty() || variance == null) {
            return words.text("trace.counted.never");
        }
        String key = variance == 0 ? "same" : variance < 0 ? "fewer" : "more";
        return words.text("trace.counted." + key, found.get().countedOn(), Math.abs(variance));
    }

    private String onTheRoad(@Nullable String id) {
        return trace.shipments().stream()
                .filter(each -> (each.originClues() + "/" + each.shipmentNo()).equals(id))
                .findFirst()
                .map(each -> words.text(
                        "trace.road." + each.status(),
                        each.dueOn(),
                        each.destinationClues() == null
                                ? "–"
                                : trace.site(each.destinationClues()).label()))
                .orElseThrow();
    }

    private String patients(Branch branch) {
        List<Branch> all = branch.children();
        List<Branch> shown = all.subList(0, Math.min(prescriptionsShown, all.size()));
        String listed = shown.stream()
                .map(each -> words.text("trace.prescription", each.id(), each.pieces()))
                .collect(Collectors.joining(", "));
        String text = words.text("trace.patients", words.count("prescriptions", all.size()), listed);
        if (shown.size() == all.size()) {
            return text;
        }
        long left = branch.pieces() - shown.stream().mapToLong(Branch::pieces).reduce(0, Math::addExact);
        return text + words.text("trace.patients.more", (long) all.size() - shown.size(), left);
    }

    private String origins(Branch site) {
        return site.origins().stream()
                .map(each -> words.text("trace.origin." + each.kind(), each.pieces(), origin(each)))
                .collect(Collectors.joining(" + "));
    }

    private String origin(Branch.Origin origin) {
        String id = origin.id() == null ? "" : origin.id();
        return origin.kind() == Branch.Kind.SHIPMENT ? id.substring(id.indexOf('/') + 1) : reason(id);
    }

    private String reason(@Nullable String id) {
        return id == null
                ? ""
                : words.ifThere("reason." + id)
                        .map(text -> text + " (" + id + ")")
                        .orElse(id);
    }

    private String dated(String text, Branch branch) {
        String days = words.days(branch.firstOn(), branch.lastOn());
        return days.isEmpty() ? text : text + ", " + days;
    }
}
