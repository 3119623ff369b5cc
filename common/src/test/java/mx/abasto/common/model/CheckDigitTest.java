package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckDigitTest {
    @Test
    void realCodesHaveTheDigitThatTheirStateAndNumberGive() {
        // BCIMB000010, BCIMB000034, BCIMB000051
        assertThat(CheckDigit.of("BC", 1)).isZero();
        assertThat(CheckDigit.of("BC", 3)).isEqualTo(4);
        assertThat(CheckDigit.of("BC", 5)).isEqualTo(1);
    }

    @Test
    void everyStateHasItsLetters() {
        assertThat(CheckDigit.addends()).hasSize(32).containsEntry("DF", 0).containsEntry("PL", 6);
    }

    @Test
    void anUnknownStateIsRefused() {
        assertThatThrownBy(() -> CheckDigit.of("XX", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no state has the letters XX");
    }
}
