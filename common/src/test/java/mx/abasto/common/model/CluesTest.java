package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CluesTest {

    @ParameterizedTest
    @ValueSource(strings = {"BCIMB000010", "ZZZZZ999999", "AAAAA000000"})
    void fiveLettersAndSixDigitsAreWellFormed(String text) {
        assertThat(Clues.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BCIMB00001",
                "BCIMB0000100",
                "bCIMB000010",
                "BCIM0000010",
                "BCIMBO00010",
                "@CIMB000010",
                "[CIMB000010",
                "BCIMB00001/",
                "BCIMB00001:",
                "BCIMB00001٣",
                "ÑCIMB000010",
                " BCIMB00010"
            })
    void anythingElseIsNot(String text) {
        assertThat(Clues.isWellFormed(text)).isFalse();
    }
}
