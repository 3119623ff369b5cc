package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import mx.abasto.common.model.Profile.NumberFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {
    private static final NumberForm MEXICAN = new NumberForm(NumberFormat.MEXICAN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1200 | 1200",
                "1,200 | 1200",
                "1,200.00 | 1200",
                "1200.0 | 1200",
                "12,345,678 | 12345678",
                "-1,200 | -1200",
                "+5 | +5",
                "+1,200.000 | +1200",
                "0.00 | 0",
                "007 | 007",
                "999,999,999,999,999,999,999 | 999999999999999999999"
            })
    void aWholeNumberIsReadWhateverSetsItsGroupsApart(String text, String digits) {
        assertThat(MEXICAN.wholeNumber(text)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5",
                "1,20",
                "1,2000",
                "1200,300",
                "1,200,30",
                ",200",
                "1,,200",
                "1,200,",
                "12.",
                ".00",
                ".",
                "-",
                "+",
                "--5",
                "1.200.000",
                "1,200.0.0",
                "1 200",
                "1,200.0a",
                "5-",
                "1e3",
                "1.2,00",
                "١٢",
                "",
                "-,200",
                "0x1"
            })
    void whatIsNoWholeNumberIsNotMadeOne(String text) {
        assertThat(MEXICAN.wholeNumber(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"'1.200,00',1200", "1.200,1200", "1.20,null", "'1,5',null"})
    void signsAreThoseOfTheFormat(String text, @Nullable String digits) {
        NumberForm european = new NumberForm(new NumberFormat('.', ','));
        assertThat(european.wholeNumber(text)).isEqualTo(digits);
    }

    @Test
    void aBlankBetweenGroupsIsAnyBlank() {
        NumberForm spaced = new NumberForm(new NumberFormat(' ', ','));

        assertThat(spaced.wholeNumber("1 200")).isEqualTo("1200");
        assertThat(spaced.wholeNumber("1\u00A0200\u202F000,0")).isEqualTo("1200000");
        assertThat(spaced.wholeNumber("1 20")).isNull();
    }

    @Test
    void withoutSignsThereAreDigitsOnly() {
        NumberForm plain = new NumberForm(NumberFormat.PLAIN);

        assertThat(plain.wholeNumber("1200")).isEqualTo("1200");
        assertThat(plain.wholeNumber("1,200")).isNull();
        assertThat(plain.wholeNumber("12.0")).isNull();
    }
}
