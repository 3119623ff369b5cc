package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of files' names: a date in one is a whole date, or the pattern is refused. */
class FilePatternTest {
    @ParameterizedTest
    @CsvSource({
        "inv_{date}.csv,inv_2025-01-09.csv",
        "inv_{date:ddMMyyyy}.csv,inv_09012025.csv",
        "inv_{date:yyMMdd}.csv,inv_250109.csv",
        "inv_{date:yyyyDDD}.csv,inv_2025009.csv",
        "inv_{date:ddMMMyyyy}.csv,inv_09Jan2025.csv",
        "inv_{date:dd-MM-uuuu}.csv,inv_09-01-2025.csv"
    })
    void aWholeDateIsRead(String pattern, String name) {
        assertThat(FilePattern.of(pattern).parse(name, Extract.STOCK, "units", null))
                .map(ExtractFileName::date)
                .contains(LocalDate.of(2025, 1, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{date:yyyyMM}",
                "{date:yyyy}",
                "{date:MMdd}",
                "{date:ddMM}",
                "{date:YYYYMMdd}",
                "{date:yyyymmdd}",
                "{date:yyyyMMDD}",
                "{date:dMyyyy}",
                "{date:HHmm}",
                "{date:b}",
                "{date:yyyy-'W'ww}"
            })
    void aDateThatIsNeverWholeIsRefused(String place) {
        assertThatThrownBy(() -> FilePattern.of("inv_" + place + ".csv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the pattern 'inv_" + place + ".csv' has the date ")
                .hasMessageEndingWith("; write one such as {date:yyyyMMdd} or {date:ddMMyyyy}");
    }

    @Test
    void aNameThatFitsButForItsDateSaysSo() {
        FilePattern pattern = FilePattern.of("inv_{date:ddMMyyyy}.csv");

        assertThat(pattern.undated("inv_31022025.csv"))
                .contains("fits the pattern inv_{date:ddMMyyyy}.csv, but '31022025' is no date written as ddMMyyyy");
        assertThat(pattern.undated("inv_28022025.csv")).isEqualTo(Optional.empty());
        assertThat(pattern.undated("otro_28022025.csv")).isEqualTo(Optional.empty());
        assertThat(FilePattern.of("inv_*.csv").undated("inv_x.csv"))
                .contains(
                        "fits the pattern inv_*.csv, which has no {date}: the folder says for which night the file is");
    }

    @Test
    void aFolderOfAMonthTellsNoNight() {
        assertThat(DatedAddress.tellsDaysApart("file:/x/{date}")).isTrue();
        assertThat(DatedAddress.tellsDaysApart("file:/x/{date:yyyy/MM}/{date:dd}"))
                .isTrue();
        assertThat(DatedAddress.tellsDaysApart("file:/x/{date:yyyyMM}")).isFalse();
        assertThat(DatedAddress.tellsDaysApart("file:/x")).isFalse();
    }
}
