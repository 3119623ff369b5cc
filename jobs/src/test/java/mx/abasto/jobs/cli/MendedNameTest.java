package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.FilePattern;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendedNameTest {
    private static Source source(String pattern) {
        Profile profile = new Profile(
                "sai",
                StandardCharsets.UTF_8,
                ';',
                '"',
                List.of("yyyy-MM-dd"),
                Profile.NumberFormat.MEXICAN,
                Set.of(),
                Map.of(Extract.RECEIPTS, FilePattern.of(pattern)),
                Map.of(),
                Profile.RepeatedCounts.CONFLICT);
        return new Source(
                "sai",
                "file:///x/{date}",
                List.of(),
                profile,
                Source.Access.NONE,
                List.of(),
                Map.of(),
                Source.Limits.DEFAULT,
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "receipts_x_20250120.csv, receipts_x_20250120_1.csv",
        "receipts_x_20250120_7.csv.gz, receipts_x_20250120_8.csv",
        "units/2025-01-20/stock_x_20250120.parquet, stock_x_20250120_1.csv"
    })
    void aFileNamedAsTheContractSaysGetsTheNextNumber(String sent, String mended) {
        assertThat(MendedName.of(sent, null)).isEqualTo(new MendedName(mended, true));
    }

    @ParameterizedTest
    @CsvSource({
        "recepciones_*.csv, recepciones_oax.csv, recepciones_oax-2.csv",
        "recepciones_{who}_{date:ddMMyyyy}.csv, recepciones_oax_20012025.csv, recepciones_oax-2_20012025.csv",
        "{who}.*, OAX.TXT.csv, OAX.TXT-2.csv"
    })
    void aFileOfAPatternIsNamedSoThatThePatternStillFits(String pattern, String sent, String mended) {
        assertThat(MendedName.of(sent, source(pattern))).isEqualTo(new MendedName(mended, true));
    }

    @Test
    void aNameThatNoPatternReadsHasToBeGivenByHand() {
        assertThat(MendedName.of("R20250120.csv", source("R{date:yyyyMMdd}.csv")))
                .isEqualTo(new MendedName("R20250120-2.csv", false));
    }
}
