package mx.abasto.jobs.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mx.abasto.jobs.story.Branch.Kind;
import mx.abasto.jobs.story.Branch.Origin;

/** What has to hold of every drawing of a lot's way. */
final class Forks {
    private Forks() {}

    /** Holds every fork to add up, and every site and shipment to be drawn in full once. */
    static void requireEven(List<Branch> roots) {
        List<String> drawn = new ArrayList<>();
        forEach(roots, branch -> {
            if (branch.kind() == Kind.SITE || branch.kind() == Kind.SHIPMENT) {
                requireWhole(branch);
                if (!branch.isElsewhere()) {
                    drawn.add(branch.kind() + " " + branch.id());
                }
            } else if (!branch.children().isEmpty()) {
                assertThat(sum(branch.children())).as(branch.toString()).isEqualTo(branch.pieces());
            }
        });
        assertThat(drawn).doesNotHaveDuplicates();
        forEach(roots, branch -> {
            if (branch.isElsewhere()) {
                assertThat(drawn).contains(branch.kind() + " " + branch.id());
            }
        });
    }

    private static void requireWhole(Branch branch) {
        if (branch.isElsewhere()) {
            assertThat(branch.children()).isEmpty();
            return;
        }
        assertThat(branch.origins().stream().mapToLong(Origin::pieces).sum())
                .as(branch.toString())
                .isEqualTo(branch.total());
        assertThat(sum(branch.children())).as(branch.toString()).isEqualTo(branch.total());
    }

    static void forEach(List<Branch> branches, Consumer<Branch> check) {
        for (Branch branch : branches) {
            check.accept(branch);
            forEach(branch.children(), check);
        }
    }

    private static long sum(List<Branch> branches) {
        return branches.stream().mapToLong(Branch::pieces).sum();
    }
}
