package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mx.abasto.common.model.AbastoException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceReaderTest {

    @Test
    void sitesAreReadInTheContractsOrder() throws IOException {
        assertThat(rows(
                        ReferenceFile.SITES,
                        "\uFEFFkind,clues , name,state,active_to,latitude",
                        "HOSPITAL,BCIMB000010, Hospital General ,02,2025-12-31,31.8",
                        "HEALTH_CENTRE,BCIMB000019,\"UNIDAD \"\"8\"\"\",02,,"))
                .containsExactly(
                        Arrays.asList("BCIMB000010", "Hospital General", "HOSPITAL", "02", null, null, "2025-12-31"),
                        Arrays.asList("BCIMB000019", "UNIDAD \"8\"", "HEALTH_CENTRE", "02", null, null, null));
    }

    @Test
    void aCatalogueHasPricesOfFourDecimalsAndATolerance() throws IOException {
        assertThat(rows(
                        ReferenceFile.CATALOGUE,
                        "clave,description,group,unit_price,tolerance",
                        "010.000.0022.00,A,MEDICINE,12.5,",
                        "010.000.0023.00,B,OTHER,,003",
                        "060.004.0109,C,CURATIVE,9999999999.99990,0"))
                .containsExactly(
                        Arrays.asList("010.000.0022.00", "A", "MEDICINE", null, "12.5000", null, "0"),
                        Arrays.asList("010.000.0023.00", "B", "OTHER", null, null, null, "3"),
                        Arrays.asList("060.004.0109", "C", "CURATIVE", null, "9999999999.9999", null, "0"));
        assertThat(rows(ReferenceFile.CATALOGUE, "clave,description,group", "060.004.0109,C,CURATIVE"))
                .containsExactly(Arrays.asList("060.004.0109", "C", "CURATIVE", null, null, null, "0"));
    }

    @Test
    void anAssortmentIsOfASiteOrAKind() throws IOException {
        assertThat(rows(
                        ReferenceFile.ASSORTMENT,
                        "scope,clave,min_days,max_days",
                        "HOSPITAL,060.004.0109,30,30",
                        "BCIMB000010,060.004.0109,,5"))
                .containsExactly(
                        Arrays.asList("HOSPITAL", "060.004.0109", "30", "30"),
                        Arrays.asList("BCIMB000010", "060.004.0109", null, "5"));
    }

    @Test
    void theOptionalFilesAreReadAsWell() throws IOException {
        assertThat(rows(
                        ReferenceFile.ROUTES,
                        "origin_clues,destination_clues,transit_days",
                        "BCIMB000010,BCIMB000034,0"))
                .containsExactly(List.of("BCIMB000010", "BCIMB000034", "0"));
        assertThat(rows(ReferenceFile.EXPECTED, "clues,extract", "BCIMB000010,stock", "BCIMB000010,receipts"))
                .containsExactly(List.of("BCIMB000010", "stock"), List.of("BCIMB000010", "receipts"));
        assertThat(rows(ReferenceFile.RECALLS, "clave,lot,alert,effective_on", "060.004.0109,L1,A-7,2025-01-15"))
                .containsExactly(List.of("060.004.0109", "L1", "A-7", "2025-01-15"));
        assertThat(rows(ReferenceFile.ALIASES, "alias,clues", "Unidad 8,BCIMB000034"))
                .containsExactly(List.of("Unidad 8", "BCIMB000034"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BCIMB000010,A,WAREHOUSE,02,, | column kind is \"WAREHOUSE\"; it must be one of CENTRAL_WAREHOUSE,"
                        + " STATE_WAREHOUSE, HOSPITAL, HEALTH_CENTRE",
                "BCIMB000010,A,,02,, | column kind is empty; it must be one of CENTRAL_WAREHOUSE, STATE_WAREHOUSE,"
                        + " HOSPITAL, HEALTH_CENTRE",
                "BCIMB000010, ,HOSPITAL,02,, | column name is empty; it must be any text",
                "bcimb000010,A,HOSPITAL,02,, | column clues is \"bcimb000010\"; it must be a CLUES, 5 capital letters and 6"
                        + " digits",
                "BCIMB000010,A,HOSPITAL,2,, | column state is \"2\"; it must be the two digits of an INEGI state",
                "BCIMB000010,A,HOSPITAL,02,1/1/2025, | column active_from is \"1/1/2025\"; it must be a date written"
                        + " yyyy-MM-dd",
                "BCIMB000010,A,HOSPITAL,02, | it has 5 cells and the header has 6",
                "BCIMB000010,\"A,HOSPITAL,02,, | a quoted cell is not closed on the line where it opens",
                "BCIMB000099,A,HOSPITAL,02,, | column clues is \"BCIMB000099\", as in row 1; it may stand only once"
            })
    void aSiteThatCannotBeUsedIsRefusedWithRowColumnAndValue(String line, String problem) {
        assertThatThrownBy(() -> rows(
                        ReferenceFile.SITES,
                        "clues,name,kind,state,active_from,active_to",
                        "BCIMB000099,A,HOSPITAL,02,,",
                        line))
                .isInstanceOf(AbastoException.class)
                .hasMessage("reference/sites.csv, row 2: " + problem + ". Correct the row and run again.")
                .extracting(e -> ((AbastoException) e).category())
                .isEqualTo(AbastoException.Category.UNUSABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "060.004.0109,DRUG,1,0",
        "060.004.109,OTHER,1,0",
        "060.004.0109,OTHER,1.00001,0",
        "060.004.0109,OTHER,10000000000,0",
        "060.004.0109,OTHER,-0.0001,0",
        "060.004.0109,OTHER,'1,5',0",
        "060.004.0109,OTHER,1e3,0",
        "060.004.0109,OTHER,.5,0",
        "060.004.0109,OTHER,1,-1",
        "060.004.0109,OTHER,1,1.0",
        "060.004.0109,OTHER,1,9223372036854775808"
    })
    void aCatalogueRowThatCannotBeUsedIsRefused(String clave, String group, String price, String tolerance) {
        String line = "%s,A,%s,\"%s\",%s".formatted(clave, group, price, tolerance);

        assertThatThrownBy(() -> rows(ReferenceFile.CATALOGUE, "clave,description,group,unit_price,tolerance", line))
                .isInstanceOf(AbastoException.class)
                .hasMessageStartingWith("reference/catalogue.csv, row 1: column ")
                .hasMessageEndingWith("Correct the row and run again.");
    }

    @Test
    void aBandThatIsUpsideDownIsRefused() {
        assertThatThrownBy(() ->
                        rows(ReferenceFile.ASSORTMENT, "scope,clave,min_days,max_days", "HOSPITAL,060.004.0109,31,30"))
                .hasMessage(
                        "reference/assortment.csv, row 1: column min_days is 31 and max_days is 30; min_days must not"
                                + " be more. Correct the row and run again.");
    }

    @Test
    void numbersAreReadUpToTheirBounds() throws IOException {
        assertThat(rows(
                        ReferenceFile.CATALOGUE,
                        "clave,description,group,unit_price,tolerance",
                        "060.004.0109,C,CURATIVE,0,999999999999"))
                .containsExactly(Arrays.asList("060.004.0109", "C", "CURATIVE", null, "0.0000", null, "999999999999"));
        assertThat(rows(
                        ReferenceFile.ASSORTMENT,
                        "scope,clave,min_days,max_days",
                        "HOSPITAL,060.004.0109,0,36500",
                        "HEALTH_CENTRE,060.004.0109,36500,036500"))
                .containsExactly(
                        List.of("HOSPITAL", "060.004.0109", "0", "36500"),
                        List.of("HEALTH_CENTRE", "060.004.0109", "36500", "36500"));
        assertThat(rows(
                        ReferenceFile.ROUTES,
                        "origin_clues,destination_clues,transit_days",
                        "BCIMB000010,BCIMB000034,36500"))
                .containsExactly(List.of("BCIMB000010", "BCIMB000034", "36500"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CATALOGUE | clave,description,group,tolerance | 060.004.0109,A,OTHER,1000000000000 | tolerance is"
                        + " \"1000000000000\"; it must be a whole number from 0 to 999,999,999,999",
                "CATALOGUE | clave,description,group,tolerance | 060.004.0109,A,OTHER,9223372036854775807 | tolerance is"
                        + " \"9223372036854775807\"; it must be a whole number from 0 to 999,999,999,999",
                "CATALOGUE | clave,description,group,unit_price | 060.004.0109,A,OTHER,-1 | unit_price is \"-1\"; it must"
                        + " be a price from 0 with at most 10 digits before the point and 4 behind it",
                "ASSORTMENT | scope,clave,min_days | HOSPITAL,060.004.0109,36501 | min_days is \"36501\"; it must be a"
                        + " whole number from 0 to 36,500",
                "ASSORTMENT | scope,clave,max_days | HOSPITAL,060.004.0109,-1 | max_days is \"-1\"; it must be a whole"
                        + " number from 0 to 36,500",
                "ROUTES | origin_clues,destination_clues,transit_days | BCIMB000010,BCIMB000034,36501 | transit_days is"
                        + " \"36501\"; it must be a whole number from 0 to 36,500",
                "EXPECTED | clues,extract | BCIMB000010,orders | extract is \"orders\"; it must be one of receipts,"
                        + " distributions, dispensations, consumptions, adjustments, stock",
                "SITES | clues,name,kind,state,active_from,active_to |"
                        + " BCIMB000010,A,HOSPITAL,02,2025-01-02,2025-01-01 | active_to is 2025-01-01 and active_from is"
                        + " 2025-01-02; active_to must not be before it"
            })
    void aValueBeyondItsBoundsIsRefusedWithRowAndColumn(
            ReferenceFile file, String header, String line, String problem) {
        assertThatThrownBy(() -> rows(file, header, line))
                .isInstanceOf(AbastoException.class)
                .hasMessage("reference/%s, row 1: column %s. Correct the row and run again."
                        .formatted(file.fileName(), problem));
    }

    @Test
    void aSiteMayBeActiveOnOneDayOnly() throws IOException {
        assertThat(rows(
                        ReferenceFile.SITES,
                        "clues,name,kind,state,active_from,active_to",
                        "BCIMB000010,A,HOSPITAL,02,2025-01-01,2025-01-01"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BCIMB000010,BCIMB000010 | row 1: column clues is \"BCIMB000010\", which is an alias itself in row 1; it"
                        + " must be the present code",
                "OLD,BCIMB000010;BCIMB000010,BCIMB000034 | row 2: column alias is \"BCIMB000010\", for which row 1 gives"
                        + " another alias; that one must stand for the present code",
                "BCIMB000010,BCIMB000034;OLD,BCIMB000010 | row 2: column clues is \"BCIMB000010\", which is an alias"
                        + " itself in row 1; it must be the present code",
                "BCIMB000010,BCIMB000034;BCIMB000034,BCIMB000010 | row 2: column clues is \"BCIMB000010\", which is an"
                        + " alias itself in row 1; it must be the present code"
            })
    void anAliasOfAnAliasAndALoopAreRefused(String lines, String problem) {
        assertThatThrownBy(() -> rows(ReferenceFile.ALIASES, ("alias,clues;" + lines).split(";")))
                .isInstanceOf(AbastoException.class)
                .hasMessage("reference/aliases.csv, " + problem + ". Correct the row and run again.");
    }

    @Test
    void severalAliasesMayStandForOneSite() throws IOException {
        assertThat(rows(ReferenceFile.ALIASES, "alias,clues", "OLD,BCIMB000010", "OLDER,BCIMB000010"))
                .hasSize(2);
    }

    @Test
    void aKeyOfSeveralColumnsMayNotRepeat() {
        assertThatThrownBy(() -> rows(
                        ReferenceFile.EXPECTED,
                        "clues,extract",
                        "BCIMB000010,stock",
                        "BCIMB000010,receipts",
                        "BCIMB000034,stock",
                        "BCIMB000010,stock"))
                .hasMessage("reference/expected.csv, row 4: column clues is \"BCIMB000010\" and column extract is"
                        + " \"stock\", as in row 1; it may stand only once. Correct the row and run again.");
    }

    @Test
    void oneRepeatedKeyAmongVeryManyIsFound() throws IOException {
        StringBuilder text = new StringBuilder("alias,clues\n");
        for (int row = 0; row < 50_000; row++) {
            text.append(row).append(",BCIMB000010\n");
        }

        assertThat(rows(ReferenceFile.ALIASES, text.toString())).hasSize(50_000);
        assertThatThrownBy(() -> rows(ReferenceFile.ALIASES, text + "31415,BCIMB000010"))
                .hasMessageContaining("row 50001: column alias is \"31415\", as in row 31416;");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] bytes = "alias,clues\nUnidad Á,BCIMB000010".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ReferenceReader.read(
                        ReferenceFile.ALIASES, new ByteArrayInputStream(bytes), Aliases.NONE, (rowNo, cells) -> {}))
                .hasMessage(
                        "reference/aliases.csv, row 1: column alias is \"Unidad \uFFFD\", which is not in the file's"
                                + " charset. Correct the row and run again.");
    }

    @Test
    void aFileWithoutItsHeaderOrARequiredColumnIsRefused() {
        assertThatThrownBy(() -> rows(ReferenceFile.ALIASES, ""))
                .hasMessage("reference/aliases.csv: no header. Its columns are alias, clues. Correct the file and run"
                        + " again.");
        assertThatThrownBy(() -> rows(ReferenceFile.SITES, "clues,name,kind", "BCIMB000010,A,HOSPITAL"))
                .hasMessageStartingWith("reference/sites.csv: the header lacks the required column state. ");
    }

    @Test
    void aMissingFileIsNamedWithItsColumns() {
        assertThat(ReferenceReader.missing(ReferenceFile.ALIASES))
                .hasMessage("reference/aliases.csv is missing. Put it there, with the columns alias, clues, and run"
                        + " again.");
        assertThat(ReferenceFile.SITES.isOptional()).isFalse();
        assertThat(ReferenceFile.ALIASES.isOptional()).isTrue();
    }

    private static List<List<@Nullable String>> rows(ReferenceFile file, String... lines) throws IOException {
        byte[] bytes = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        List<List<@Nullable String>> rows = new ArrayList<>();
        long count = ReferenceReader.read(file, new ByteArrayInputStream(bytes), Aliases.NONE, (rowNo, cells) -> {
            rows.add(Arrays.asList(cells));
            assertThat(rowNo).isEqualTo(rows.size());
        });
        assertThat(count).isEqualTo(rows.size());
        return rows;
    }
}
