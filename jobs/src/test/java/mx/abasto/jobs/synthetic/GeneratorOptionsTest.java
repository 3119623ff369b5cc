package mx.abasto.jobs.synthetic;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GeneratorOptionsTest {

    @Test
    void tooFewSitesAreRefused() {
        refuses(() -> GeneratorOptions.of(3, 60, 14, 1), "3 sites are too few: ask for 4 or more");
    }

    @Test
    void moreClavesThanThereAreAreRefused() {
        refuses(() -> GeneratorOptions.of(16, 2841, 14, 1), "2841 claves cannot be made: ask for 5 to 2840");
    }

    @Test
    void noNightsAreRefused() {
        refuses(() -> GeneratorOptions.of(16, 60, 0, 1), "0 nights cannot be made");
    }

    @Test
    void aRateThatIsNoNumberIsRefused() {
        refuses(() -> GeneratorOptions.of(16, 60, 14, 1).withFaults(Double.NaN), "NaN is no rate of faults");
    }

    @Test
    void aStateThatIsNotTwoDigitsIsRefused() {
        refuses(() -> GeneratorOptions.of(16, 60, 14, 1).withState("OAX"), "'OAX' is no state: give the two digits");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
