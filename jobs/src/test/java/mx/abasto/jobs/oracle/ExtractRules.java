package mx.abasto.jobs.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** EXT-01 to EXT-06. */
final class ExtractRules {

    private final NightState state;
    private final Map<String, Delivery> everDelivered;

    /** @param everDelivered every file taken within the window, by its name; of several of one name the last */
    ExtractRules(NightState state, Map<String, Delivery> everDelivered) {
        this.state = state;
        this.everDelivered = everDelivered;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Map<String, java.util.Set<String>> expected = state.reference().expectedOn(state.night());
        for (Coverage.Status status : state.statuses()) {
            boolean isExpected =
                    expected.getOrDefault(status.clues(), java.util.Set.of()).contains(status.extract());
            if (isExpected && !status.status().equals("DELIVERED")) {
                findings.add(Finding.of(Rule.EXT_01)
                        .at(status.clues())
                        .inDocument(status.extract())
                        .numbers(1, 0));
            }
        }
        for (Delivery file : state.files()) {
            if (file.status().equals("LATE")) {
                findings.add(ofFile(Rule.EXT_02, file));
            }
            if (file.isRejected()) {
                findings.add(ofFile(Rule.EXT_03, file));
            }
            if (file.quarantined() > 0) {
                findings.add(
                        ofFile(Rule.EXT_04, file).numbers(0, file.quarantined()).asGraveAs(gravity(file)));
            }
            if (file.oldLines() > 0) {
                findings.add(ofFile(Rule.EXT_06, file).numbers(0, file.oldLines()));
            }
        }
        for (ControlRow control : state.controlsTonight()) {
            Finding finding = control(control);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static Finding ofFile(Rule rule, Delivery file) {
        return Finding.of(rule).at(file.isNamedByClues() ? file.who() : null).inDocument(file.document());
    }

    private static Rule.Severity gravity(Delivery file) {
        if (file.quarantined() * 2 >= file.rows().size()) {
            return Rule.Severity.HIGH;
        }
        return file.quarantined() * 10 >= file.rows().size() ? Rule.Severity.MEDIUM : Rule.Severity.LOW;
    }

    /**
     * AMBIGUOUS: a control is compared on the night that it is taken, with the file of its name that was taken then or
     * on an earlier night; a file that comes after its control is not compared again. "Who" is the file's. A rejected
     * file has no rows and no pieces, but it has a hash.
     */
    private @Nullable Finding control(ControlRow control) {
        Finding finding =
                Finding.of(Rule.EXT_05).at(control.site(state.reference())).inDocument(control.file());
        Delivery file = everDelivered.get(control.file());
        Long rows = control.rows();
        if (file == null) {
            return rows != null && control.saysSomethingCame() ? finding.numbers(rows, 0) : null;
        }
        List<ReadRow> part = file.rows().stream()
                .filter(r -> control.clues() == null || control.clues().equals(r.site()))
                .toList();
        if (rows != null && rows != part.size()) {
            return finding.numbers(rows, part.size());
        }
        Long quantity = control.quantity();
        long sum = part.stream()
                .map(ReadRow::quantity)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        if (quantity != null && quantity != sum && !file.landed().isOneOfSeveral()) {
            return finding.numbers(quantity, sum);
        }
        String sha256 = control.sha256();
        return sha256 != null && !sha256.equals(file.landed().sha256()) ? finding : null;
    }
}
