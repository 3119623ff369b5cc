package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+0, 0",
        "00, 0",
        "7, 7",
        "-7, -7",
        "+7, 7",
        "007, 7",
        "-007, -7",
        "10, 10",
        "999999999999999999, 999999999999999999",
        "9223372036854775807, 9223372036854775807",
        "+9223372036854775807, 9223372036854775807",
        "0000009223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
    })
    void digitsWithOneSignAtMostAreOneNumberWhateverTheirZeros(String text, String canonical) {
        assertThat(WholeNumber.isWholeNumber(text)).isTrue();
        assertThat(WholeNumber.isInRange(text)).isTrue();
        assertThat(WholeNumber.value(text)).isEqualTo(Long.parseLong(canonical));
        assertThat(WholeNumber.canonical(text)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "-", "--1", "+-1", "1-", "1.0", "1,000", "1e3", "0x1F", " 1", "1 2", "٣", "½"})
    void anythingElseIsNoWholeNumber(String text) {
        assertThat(WholeNumber.isWholeNumber(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "10000000000000000000",
                "-10000000000000000000",
                "99999999999999999999999999999999999"
            })
    void numbersBeyondBigintAreOutOfRange(String text) {
        assertThat(WholeNumber.isWholeNumber(text)).isTrue();
        assertThat(WholeNumber.isInRange(text)).isFalse();
    }
}
