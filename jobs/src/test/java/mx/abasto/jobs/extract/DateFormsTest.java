package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "dd/MM/yyyy | 15/01/2025 | 2025-01-15",
                "dd/MM/yyyy | 29/02/2024 | 2024-02-29",
                "dd/MM/yyyy | 29/02/2025 | null",
                "dd/MM/yyyy | 31/02/2025 | null",
                "dd/MM/yyyy | 31/04/2025 | null",
                "dd/MM/yyyy | 01/13/2025 | null",
                "dd/MM/yyyy | 00/01/2025 | null",
                "dd/MM/yyyy | 1/1/2025 | null",
                "dd/MM/yyyy | 15/01/25 | null",
                "dd/MM/yyyy | 15/01/2025 10:00 | null",
                "dd/MM/yyyy | 01/01/0001 | 0001-01-01",
                "dd/MM/yyyy | 31/12/9999 | 9999-12-31",
                "dd/MM/yyyy | 01/01/0000 | null",
                "dd/MM/yyyy | 01/01/-001 | null",
                "dd/MM/yyyy | 01/01/+10000 | null",
                "dd/MM/yyyy | 01/01/10000 | null",
                "d/M/yyyy | 1/2/2025 | 2025-02-01",
                "d/M/yyyy | 01/02/2025 | 2025-02-01",
                "d/M/yy | 1/2/25 | 2025-02-01",
                "dd/MM/yy | 31/12/99 | 2099-12-31",
                "dd/MM/yy | 01/01/00 | 2000-01-01",
                "yyyyMMdd | 20250115 | 2025-01-15",
                "yyyyMMdd | 20250231 | null",
                "dd/MM/yyyy HH:mm | 15/01/2025 23:59 | 2025-01-15",
                "dd/MM/yyyy HH:mm | 15/01/2025 24:00 | null",
                "dd/MM/yyyy HH:mm | 15/01/2025 | null",
                "dd/MM/yyyy[ HH:mm:ss] | 15/01/2025 | 2025-01-15",
                "dd/MM/yyyy[ HH:mm:ss] | 15/01/2025 10:20:30 | 2025-01-15",
                "yyyy-MM-dd'T'HH:mm:ss | 2025-01-15t10:20:30 | 2025-01-15",
                "yyyy-MM-dd | 2025-01-15 | 2025-01-15",
                "yyyy-MM-dd | 2025-02-30 | null",
                "dd-MMM-yyyy | 15-ene-2025 | 2025-01-15",
                "dd-MMM-yyyy | 15-ENE.-2025 | 2025-01-15",
                "dd-MMM-yyyy | 15-Jan-2025 | 2025-01-15",
                "dd-MMM-yyyy | 05-AGO-2025 | 2025-08-05",
                "dd-MMM-yyyy | 05-Sept-2025 | 2025-09-05",
                "dd-MMM-yyyy | 05-set-2025 | 2025-09-05",
                "dd-MMM-yyyy | 31-dic-2025 | 2025-12-31",
                "dd-MMM-yyyy | 31-dec-2025 | 2025-12-31",
                "dd-MMM-yyyy | 31-abr-2025 | null",
                "dd-MMM-yyyy | 15-xyz-2025 | null",
                "dd-MMM-yyyy | 15-01-2025 | null",
                "dd.MMM.yyyy | 15.ene.2025 | 2025-01-15",
                "dd.MMM.yyyy | 15.ene..2025 | 2025-01-15",
                "d 'de' MMMM 'de' yyyy | 5 de Septiembre de 2025 | 2025-09-05"
            })
    void datesAreReadStrictly(String pattern, String text, @Nullable String date) {
        assertThat(DateForms.of(List.of(pattern)).date(text)).isEqualTo(date);
    }

    @Test
    void everyMonthIsKnownInBothLanguages() {
        DateForms forms = DateForms.of(List.of("dd-MMM-yy"));
        String[] spanish = {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"};
        String[] english = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
        for (int month = 1; month <= 12; month++) {
            String date = "2027-%02d-09".formatted(month);
            assertThat(forms.date("09-" + spanish[month - 1] + "-27")).isEqualTo(date);
            assertThat(forms.date("09-" + english[month - 1] + ".-27")).isEqualTo(date);
        }
    }

    @Test
    void theFirstFormatThatFitsReadsTheDate() {
        DateForms forms = DateForms.of(List.of("dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd"));

        assertThat(forms.date("03/04/2025")).isEqualTo("2025-04-03");
        assertThat(forms.date("03/14/2025")).isEqualTo("2025-03-14");
        assertThat(forms.date("2025-04-03")).isEqualTo("2025-04-03");
        assertThat(forms.date("2025-04-03")).isEqualTo("2025-04-03");
        assertThat(forms.date("14/14/2025")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM", "dd/MM/YYYY", "fecha", "dd/MM/yyyy{", "", "HH:mm", "MM/yyyy", "dd/MM/yyyy'"})
    void aPatternThatGivesNoDateIsRefused(String pattern) {
        assertThatThrownBy(() -> DateForms.of(List.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("its date format '" + pattern
                        + "' gives no date; write one such as dd/MM/yyyy, d/M/yy, yyyy-MM-dd HH:mm:ss or dd-MMM-yyyy");
    }
}
