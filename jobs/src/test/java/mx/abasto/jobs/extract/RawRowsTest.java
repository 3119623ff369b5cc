package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.ExtractFileName;
import org.junit.jupiter.api.Test;

class RawRowsTest {
    private static final ExtractFileName NAME =
            ExtractFileName.parse("stock_x_20250115.csv").orElseThrow();
    private static final String TEXT = """
            clues,counted_on,clave,patient,quantity
            BCIMB000010,2025-01-15,010.000.0022.00,Ana, 1

            broken
            BCIMB000010,2025-01-15,010.000.0022.00,Ana,2
            """;

    @Test
    void rowsAreFetchedAgainByTheirNumbers() throws IOException {
        assertThat(rows(TEXT, Set.of(1L, 3L, 9L)))
                .containsOnly(
                        Map.entry(
                                1L,
                                "{\"clues\":\"BCIMB000010\",\"counted_on\":\"2025-01-15\","
                                        + "\"clave\":\"010.000.0022.00\",\"quantity\":\" 1\"}"),
                        Map.entry(
                                3L,
                                "{\"clues\":\"BCIMB000010\",\"counted_on\":\"2025-01-15\","
                                        + "\"clave\":\"010.000.0022.00\",\"quantity\":\"2\"}"));
    }

    @Test
    void malformedRowsArePassedOver() throws IOException {
        assertThat(rows(TEXT, Set.of(2L))).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsAFailureHere() {
        assertThatThrownBy(() -> rows("", Set.of(1L)))
                .isInstanceOf(IOException.class)
                .hasMessage("no header");
    }

    private static Map<Long, String> rows(String text, Set<Long> rowNos) throws IOException {
        return new RawRows(ExtractForm.CANONICAL)
                .byRowNo(new GivenBytes(text.getBytes(StandardCharsets.UTF_8)), NAME, rowNos);
    }
}
