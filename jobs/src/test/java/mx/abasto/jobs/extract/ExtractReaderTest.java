package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import mx.abasto.common.model.ExtractFileName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractReaderTest {
    private static final String STOCK = "clues,counted_on,clave,lot,expires_on,quantity";
    private static final String GOOD = "BCIMB000010,2025-01-15,010.000.0022.00,L1,2026-12-31,5";

    @Test
    void goodRowsAreGivenInTheContractsOrderWhateverTheHeaders() throws IOException {
        Delivery delivery = Delivery.of(
                "stock",
                "\uFEFF Quan tity\u00A0,note,LOTE,\"L\no\u200Bt\",clave ,Counted_On,clues\r",
                " +007 ,x,y, L 1 ,060.004.0109,2025-01-15\t,BCIMB000010\r",
                "0,,,\" \",010.000.0022.00,2025-01-15,UNIDAD 8");

        assertThat(delivery.quarantined).isEmpty();
        assertThat(delivery.accepted)
                .containsExactly(
                        new Delivery.Row(
                                1, Arrays.asList("BCIMB000010", "2025-01-15", "060.004.0109", "L 1", null, "7")),
                        new Delivery.Row(
                                2, Arrays.asList("BCIMB000034", "2025-01-15", "010.000.0022.00", "NO-LOT", null, "0")));
    }

    @Test
    void anEmptyFlagIsFalse() throws IOException {
        Delivery delivery = Delivery.of(
                "consumptions",
                "document_no,line_no,clues,consumed_on,service,clave,lot,quantity,cancelled",
                "D1,1,BCIMB000010,2025-01-15,,010.000.0022.00,L1,2,",
                "D1,1,BCIMB000010,2025-01-15,,010.000.0022.00,L1,2,true");

        assertThat(delivery.accepted).extracting(row -> row.cells().get(8)).containsExactly("false", "true");
    }

    @Test
    void badRowsAreCountedAmongTheGood() throws IOException {
        Delivery delivery = Delivery.of("stock", STOCK, GOOD, "", "x", " ", GOOD, GOOD + ",", GOOD);

        assertThat(delivery.accepted).extracting(Delivery.Row::rowNo).containsExactly(1L, 3L, 5L);
        assertThat(delivery.quarantined).extracting(Delivery.Bad::rowNo).containsExactly(2L, 4L);
        assertThat(delivery.result.rows()).isEqualTo(5);
        assertThat(delivery.result.accepted()).isEqualTo(3);
        assertThat(delivery.result.quarantined()).isEqualTo(2);
        assertThat(delivery.result.isRejected()).isFalse();
    }

    @Test
    void aFileWithOnlyItsHeaderHasNoRows() throws IOException {
        assertThat(Delivery.of("stock", STOCK).result).isEqualTo(new ReadResult(0, 0, 0, Map.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t\r\n", "\uFEFF"})
    void aFileWithoutHeaderIsRejected(String text) throws IOException {
        assertThat(Delivery.of("stock", text).result.rejection()).isEqualTo("no header");
    }

    @Test
    void aFileWithoutARequiredColumnIsRejected() throws IOException {
        assertThat(Delivery.of("stock", "clues,counted_on,clave", GOOD).result.rejection())
                .isEqualTo("the header lacks the required column quantity");
        assertThat(Delivery.of("stock", "clue,counted_on,clave,lot,expires_on,cantidad")
                        .result
                        .rejection())
                .isEqualTo("the header lacks the required columns clues, quantity");
    }

    @Test
    void aFileWithAColumnTwiceIsRejectedUnlessTheColumnIsDroppedAnyway() throws IOException {
        assertThat(Delivery.of("stock", STOCK + ", lot ", GOOD + ",").result.rejection())
                .isEqualTo("the header has column lot twice");
        assertThat(Delivery.of("stock", STOCK + ",L O T", GOOD + ",").result.rejection())
                .isEqualTo("the header has column lot twice");
        assertThat(Delivery.of("stock", STOCK + ",note,note,,", GOOD + ",,,,").accepted)
                .hasSize(1);
    }

    @Test
    void aHeaderWithAnUnclosedQuoteIsRejected() throws IOException {
        assertThat(Delivery.of("stock", STOCK + ",\"note", GOOD).result.rejection())
                .isEqualTo("a quote in the header is not closed");
    }

    @Test
    void aTruncatedGzipIsRejectedAsAWhole() throws IOException {
        byte[] gzip = StrictGzipTest.gzip(STOCK + "\n" + (GOOD + "\n").repeat(9_000));

        Delivery whole = Delivery.named("stock_x_20250115.csv.gz", gzip);
        Delivery cut = Delivery.named("stock_x_20250115.csv.gz", Arrays.copyOf(gzip, gzip.length - 5));

        assertThat(whole.result.rows()).isEqualTo(9_000);
        assertThat(cut.result).isEqualTo(new ReadResult(0, 0, 0, Map.of(), "the gzip file is truncated"));
    }

    @Test
    void aSinkThatFailsIsNoReasonToRejectTheFile() {
        RowSink full = new RowSink() {
            @Override
            public void accepted(long rowNo, @Nullable String[] cells) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void quarantined(long rowNo, Quarantined row) {}
        };
        byte[] bytes = (STOCK + "\n" + GOOD).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new ExtractReader(ExtractForm.CANONICAL)
                        .read(
                                new GivenBytes(bytes),
                                ExtractFileName.parse("stock_x_20250115.csv").orElseThrow(),
                                Delivery.NIGHT,
                                Aliases.NONE,
                                full))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void aControlFileIsNotReadAsAnExtract() {
        assertThatThrownBy(() -> Delivery.named("control_x_20250115.csv", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("control_x_20250115.csv is a control file, not an extract");
    }

    @Test
    void rowsAndPiecesAreTalliedBySiteWhetherAcceptedOrNot() throws IOException {
        Delivery delivery = Delivery.of(
                "stock",
                STOCK,
                GOOD,
                "BCIMB000010,2025-01-14,010.000.0022.00,L1,,7",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,-3",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,many",
                "BCIMB000010,2025-01-15,010.000.0022.00,L1,,1000000000000",
                "UNIDAD 8,2025-01-15,010.000.0022.00,L1,,999999999999",
                "BCIMB000034,2025-01-15,010.000.0022.00,L1,,999999999999",
                "BCIMB000034,2025-01-15,010.000.0022.00",
                "nowhere,2025-01-15,010.000.0022.00,L1,,4",
                ",2025-01-15,010.000.0022.00,L1,,4");

        assertThat(delivery.result.tallies())
                .containsExactly(
                        Map.entry("", new Tally(2, BigInteger.valueOf(8))),
                        Map.entry("BCIMB000010", new Tally(5, BigInteger.valueOf(9))),
                        Map.entry("BCIMB000034", new Tally(3, new BigInteger("1999999999998"))));
    }

    @Test
    void anOrderBelongsToItsDestination() throws IOException {
        Delivery delivery = Delivery.of(
                "orders",
                "order_no,line_no,supplier,destination_clues,ordered_on,due_on,clave,quantity",
                "O1,1,S,UNIDAD 8,2025-01-10,2025-02-10,010.000.0022.00,5",
                "O1,2,S,BCIMB000034,2025-01-16,2025-02-10,010.000.0022.00,6");

        assertThat(delivery.result.tallies())
                .containsExactly(Map.entry("BCIMB000034", new Tally(2, BigInteger.valueOf(11))));
        assertThat(delivery.quarantined.get(0).row().clues()).isEqualTo("BCIMB000034");
    }
}
