package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDateTest {

    @Test
    void everyDayOfFourCenturiesIsADate() {
        LocalDate.of(1899, 12, 25)
                .datesUntil(LocalDate.of(2301, 1, 5))
                .forEach(day -> assertThat(IsoDate.isDate(day.toString())).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "9999-12-31", "2000-02-29", "2024-02-29"})
    void theEndsOfTheCalendarAreDates(String text) {
        assertThat(IsoDate.isDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-1-15",
                "2025-01-5",
                "20250115",
                "2025-01-15T",
                "2025/01/15",
                "15/01/2025",
                "2025-00-10",
                "2025-13-10",
                "2025-01-00",
                "2025-01-32",
                "2025-04-31",
                "2025-02-29",
                "1900-02-29",
                "2100-02-29",
                "0000-01-01",
                "-025-01-01",
                "+2025-01-1",
                "2025-01-1٣",
                "2025-01-1/",
                "2025-01-1:"
            })
    void anythingElseIsNot(String text) {
        assertThat(IsoDate.isDate(text)).isFalse();
    }
}
