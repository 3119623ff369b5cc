package mx.abasto.jobs.synthetic;

import java.util.function.LongSupplier;
import mx.abasto.jobs.synthetic.Finding.Identity;
import org.jspecify.annotations.Nullable;

/** What one fault adds to the truth: the discrepancy that it is planted for, and those that follow from it. */
final class FaultStory {

    private final Truth truth;
    private final String fault;

    private FaultStory(Truth truth) {
        this.truth = truth;
        this.fault = truth.nextFault();
    }

    /** Opens the story of the next fault. */
    static FaultStory open(Truth truth) {
        return new FaultStory(truth);
    }

    /** What the fault is planted for. Numbers are read at the close of the first night; null for a rule without. */
    void plants(
            Identity identity,
            @Nullable LongSupplier expected,
            @Nullable LongSupplier actual,
            int first,
            int last,
            String story) {
        truth.add(new Finding(fault, identity, expected, actual, first, last, true, story));
    }

    /** What follows from it by the contract. */
    void follows(
            Identity identity,
            @Nullable LongSupplier expected,
            @Nullable LongSupplier actual,
            int first,
            int last,
            String story) {
        truth.add(new Finding(fault, identity, expected, actual, first, last, false, story));
    }
}
