package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences whose words agree with their numbers. */
class TemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | OC: 1 row was read, 1 left",
                "0 | OC: 0 rows were read, 0 left",
                "2 | OC: 2 rows were read, 2 left",
                "-1 | OC: -1 row was read, -1 left",
                "1,001 | OC: 1,001 rows were read, 1,001 left",
                "– | OC: – rows were read, – left"
            })
    void oneHasTheSingular(String number, String sentence) {
        Map<String, String> values = Map.of("site", "OC", "n", number);

        assertThat(Template.filled("{site}: {n:row|rows} {n?was|were} read, {n} left", values::get))
                .isEqualTo(sentence);
    }
}
