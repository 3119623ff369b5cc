package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and weeks as people write them: what is none is told why, with one that would do. */
class CalendarTest {
    @ParameterizedTest
    @ValueSource(strings = {"2025-01-20", "2024-02-29", "0001-01-01", "9999-12-31"})
    void aDayIsRead(String text) {
        assertThat(CalendarDate.parse(text)).isEqualTo(LocalDate.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2025-02-29 | '2025-02-29' is not a date: February 2025 has 28 days; write one such as 2025-02-28",
                "2025-04-31 | '2025-04-31' is not a date: April 2025 has 30 days; write one such as 2025-04-30",
                "2025-04-00 | '2025-04-00' is not a date: April 2025 has 30 days; write one such as 2025-04-01",
                "2025-13-01 | '2025-13-01' is not a date: months go from 01 to 12; write one such as 2025-12-20",
                "0000-01-01 | '0000-01-01' is not a date: the first year is 0001; write one such as 2025-01-20",
                "2025-1-6 | '2025-1-6' is not a date; write it as 2025-01-06",
                "6/1/2025 | '6/1/2025' is not a date; write it as 2025-01-06",
                "2025/02/30 | '2025/02/30' is not a date; write it as 2025-01-20",
                "+12025-01-01 | '+12025-01-01' is not a date; write it as 2025-01-20",
                "2025-W03 | '2025-W03' is not a date; write it as 2025-01-13",
                "tomorrow | 'tomorrow' is not a date; write it as 2025-01-20"
            })
    void whatIsNoDayIsToldWhy(String text, String message) {
        assertThatThrownBy(() -> CalendarDate.parse(text)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2025-W53 | '2025-W53' is not a week: 2025 has 52 weeks, from 2025-W01 to 2025-W52",
                "2026-W54 | '2026-W54' is not a week: 2026 has 53 weeks, from 2026-W01 to 2026-W53",
                "2025-W00 | '2025-W00' is not a week: 2025 has 52 weeks, from 2025-W01 to 2025-W52",
                "2025-W3 | '2025-W3' is not a week; write it as 2025-W03",
                "2025w3 | '2025w3' is not a week; write it as 2025-W03",
                "2025-W99x | '2025-W99x' is not a week; write it as 2025-W03",
                "2024-12-31 | '2024-12-31' is not a week; write it as 2025-W01",
                "2025-02-30 | '2025-02-30' is not a week; write it as 2025-W03"
            })
    void whatIsNoWeekIsToldWhy(String text, String message) {
        assertThatThrownBy(() -> IsoWeek.parse(text)).hasMessage(message);
    }

    @Test
    void aFiftyThirdWeekIsReadOfAYearThatHasOne() {
        assertThat(IsoWeek.parse("2026-W53").start()).isEqualTo(LocalDate.of(2026, 12, 28));
    }
}
