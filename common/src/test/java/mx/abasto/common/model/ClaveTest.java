package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaveTest {

    @ParameterizedTest
    @ValueSource(strings = {"010.000.0022.00", "060.004.0109", "999.999.9999.99", "000.000.0000"})
    void twelveOrFifteenCharactersOfDigitsAndPointsAreWellFormed(String text) {
        assertThat(Clave.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "010.000.022",
                "010.000.0022.",
                "010.000.0022.0",
                "010.000.0022.000",
                "010-000-0022",
                "0100000.0022",
                "010.000.002A",
                "010.000.0022,00",
                "010.000.00220.0",
                "01 .000.0022",
                "010.000.002٣"
            })
    void anythingElseIsNot(String text) {
        assertThat(Clave.isWellFormed(text)).isFalse();
    }
}
