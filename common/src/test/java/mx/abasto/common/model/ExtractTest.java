package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExtractTest {

    @Test
    void aLabelIsTakenExactlyAsWritten() {
        assertThat(Extract.labelled("receipts")).contains(Extract.RECEIPTS);
        assertThat(Extract.labelled("RECEIPTS")).isEmpty();
        assertThat(Extract.labelled("control")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnSpokenOfIsThere(Extract extract) {
        assertThat(extract.columns())
                .extracting(ExtractColumn::name)
                .doesNotHaveDuplicates()
                .containsAll(extract.key())
                .contains(extract.eventDate(), extract.quantity(), extract.site());
    }

    @ParameterizedTest
    @EnumSource
    void eventDateQuantityAndSiteAreRequiredAndOfTheirTypes(Extract extract) {
        assertThat(column(extract, extract.eventDate())).isEqualTo(required(extract.eventDate(), CellType.DATE));
        assertThat(column(extract, extract.quantity())).isEqualTo(required(extract.quantity(), CellType.INTEGER));
        assertThat(column(extract, extract.site())).isEqualTo(required(extract.site(), CellType.CLUES));
    }

    @ParameterizedTest
    @EnumSource
    void allButStockMayBeCancelled(Extract extract) {
        ExtractColumn last = extract.columns().get(extract.columns().size() - 1);

        assertThat(last.name().equals("cancelled")).isEqualTo(extract != Extract.STOCK);
    }

    private static ExtractColumn column(Extract extract, String name) {
        return extract.columns().get(extract.indexOf(name));
    }

    private static ExtractColumn required(String name, CellType type) {
        return new ExtractColumn(name, type, true);
    }
}
