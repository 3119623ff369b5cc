package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractFileNameTest {

    @Test
    void aNameSaysExtractWhoAndDate() {
        assertThat(ExtractFileName.parse("stock_BCIMB000010_20250115.csv"))
                .contains(new ExtractFileName(
                        "stock_BCIMB000010_20250115.csv",
                        Optional.of(Extract.STOCK),
                        "BCIMB000010",
                        LocalDate.of(2025, 1, 15),
                        0));
    }

    @Test
    void aNameMayHaveASequenceAndBeGzip() {
        assertThat(ExtractFileName.parse("receipts_sai-Oaxaca-2_20240229_010.csv.gz"))
                .contains(new ExtractFileName(
                        "receipts_sai-Oaxaca-2_20240229_010.csv.gz",
                        Optional.of(Extract.RECEIPTS),
                        "sai-Oaxaca-2",
                        LocalDate.of(2024, 2, 29),
                        10));
    }

    @Test
    void aControlFileIsNoExtract() {
        ExtractFileName name = ExtractFileName.parse("control_x_20250115.csv").orElseThrow();

        assertThat(name.isControl()).isTrue();
        assertThat(name.extract()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stock.csv",
                "stock_x.csv",
                "stock__20250115.csv",
                "stock_a_b_20250115.csv",
                "stock_á_20250115.csv",
                "stocks_x_20250115.csv",
                "STOCK_x_20250115.csv",
                "stock_x_20250229.csv",
                "stock_x_20251301.csv",
                "stock_x_2025-01-15.csv",
                "stock_x_20250115_.csv",
                "stock_x_20250115_1a.csv",
                "stock_x_20250115_-1.csv",
                "stock_x_20250115.CSV",
                "stock_x_20250115.csv.tmp",
                "stock_x_20250115.xlsx",
                "stock_x_20250115.parquet.gz",
                "stock_x_20250115.csv.part",
                "in/stock_x_20250115.csv",
                "control_x_20250115.csv.gz",
                "control_x_20250115_1.csv",
                "control_x_20250230.csv"
            })
    void aNameOfAnyOtherFormSaysNothing(String name) {
        assertThat(ExtractFileName.parse(name)).isEmpty();
    }

    @Test
    void filesAreTakenByDateThenSequenceAsANumberThenName() {
        assertThat(Stream.of(
                                "stock_x_20250115_10.csv",
                                "adjustments_x_20250116.csv",
                                "stock_x_20250115_9.csv",
                                "stock_x_20250115.csv",
                                "orders_x_20250115.csv",
                                "stock_z_20250114_99.csv")
                        .map(name -> ExtractFileName.parse(name).orElseThrow())
                        .sorted(ExtractFileName.TAKING_ORDER)
                        .map(ExtractFileName::name))
                .containsExactly(
                        "stock_z_20250114_99.csv",
                        "orders_x_20250115.csv",
                        "stock_x_20250115.csv",
                        "stock_x_20250115_9.csv",
                        "stock_x_20250115_10.csv",
                        "adjustments_x_20250116.csv");
    }
}
