package mx.abasto.jobs.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void aSeedMakesTheSameNumbersForEver() {
        assertThat(throwTen(Dice.of(1, "test"))).containsExactly(486, 923, 86, 507, 85, 598, 70, 245, 515, 728);
    }

    @Test
    void concernsAndCoordinatesThrowTheirOwnDice() {
        assertThat(throwTen(Dice.of(1, "test", 0)))
                .isNotEqualTo(throwTen(Dice.of(1, "test", 1)))
                .isNotEqualTo(throwTen(Dice.of(1, "other", 0)))
                .isNotEqualTo(throwTen(Dice.of(2, "test", 0)));
    }

    @Test
    void bothEndsOfARangeComeUp() {
        Dice dice = Dice.of(7, "range");
        List<Long> thrown = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            thrown.add(dice.between(3, 5));
        }
        assertThat(thrown).containsOnly(3L, 4L, 5L);
    }

    private static List<Integer> throwTen(Dice dice) {
        List<Integer> thrown = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            thrown.add(dice.below(1000));
        }
        return thrown;
    }
}
