package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.ColumnOrigin;
import mx.abasto.common.model.ColumnOrigin.Constant;
import mx.abasto.common.model.ColumnOrigin.Expression;
import mx.abasto.common.model.ColumnOrigin.FileNamePart;
import mx.abasto.common.model.ColumnOrigin.Header;
import mx.abasto.common.model.ColumnOrigin.Lookup;
import mx.abasto.common.model.ColumnOrigin.RowNumber;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Profile.NumberFormat;
import mx.abasto.common.model.Profile.RepeatedCounts;
import mx.abasto.common.model.QuarantineReason;
import mx.abasto.common.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of stock read through profiles (contract section 3). */
class ProfileReadingTest {
    private static final String HEADER = "UNIDAD;FECHA;CLAVE;LOTE;CADUCIDAD;PACIENTE;CANTIDAD";
    private static final Map<String, ColumnOrigin> COLUMNS = Map.of(
            "clues", new Header("UNIDAD"),
            "counted_on", new Header("FECHA"),
            "lot", new Header("LOTE"),
            "expires_on", new Header("CADUCIDAD"),
            "quantity", new Header("Cantidad"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Profile profile(Charset charset, char delimiter, Map<String, ColumnOrigin> columns) {
        return new Profile(
                "sai",
                charset,
                delimiter,
                '"',
                List.of("dd/MM/yyyy", "yyyy-MM-dd"),
                NumberFormat.MEXICAN,
                Set.of("NAN", "S/L", "S/C", "-"),
                Map.of(),
                Map.of(Extract.STOCK, columns),
                RepeatedCounts.CONFLICT);
    }

    private static Profile with(String column, ColumnOrigin origin) {
        Map<String, ColumnOrigin> columns = new HashMap<>(COLUMNS);
        columns.put(column, origin);
        return profile(StandardCharsets.UTF_8, ';', columns);
    }

    private static ExtractForm form(Profile profile, Lookups lookups) {
        return new ExtractForm(
                new CsvDialect(profile.charset(), profile.delimiter(), profile.quote()), profile, false, lookups);
    }

    private static Delivery read(Profile profile, String... lines) throws IOException {
        return Delivery.of(
                form(profile, Lookups.NONE),
                "stock_x-1_20250115_7.csv",
                String.join("\n", lines).getBytes(profile.charset()));
    }

    private Delivery lookedUp(String from, String column, String lookup, String... lines) throws IOException {
        Files.writeString(folder.resolve("sitios.csv"), lookup);
        Profile profile = with(column, new Lookup("sitios.csv", from));
        Source source = new Source(
                "sai",
                "file:///x",
                List.of(),
                profile,
                Source.Access.NONE,
                List.of(),
                Map.of(),
                Source.Limits.DEFAULT,
                false);
        return Delivery.of(
                form(profile, Lookups.read(folder, List.of(source))),
                "stock_x_20250115.csv",
                String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Object> texts(Delivery delivery) {
        assertThat(delivery.result.rejection()).isNull();
        return delivery.accepted.stream()
                .<Object>map(row -> String.join(
                        " ", row.cells().stream().map(String::valueOf).toList()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252,;",
        "ISO-8859-1,;",
        "ISO-8859-15,|",
        "IBM850,;",
        "UTF-8,|",
        "UTF-16LE,;",
        "UTF-16BE,;",
        "UTF-16,;"
    })
    void anExportIsReadInItsCharsetAndWithItsDelimiter(String charset, char delimiter) throws IOException {
        Profile profile = profile(Charset.forName(charset), delimiter, COLUMNS);

        Delivery delivery = read(
                profile,
                "\"UNI\r\nDAD \";FECHA;clave;LOTE\u00A0;Caducidad;PACIENTE;CANTIDAD;\"OBS\"".replace(';', delimiter),
                "BCIMB000010;15/01/2025;010.000.0022.00;Ñ-é1;24/11/2027;Peña;1,200.00;\"a\nb\"".replace(';', delimiter),
                "UNIDAD 8;2025-01-15;010.000.0022.00;S/L;S/C;Peña;-;".replace(';', delimiter));

        assertThat(texts(delivery)).containsExactly("BCIMB000010 2025-01-15 010.000.0022.00 Ñ-é1 2027-11-24 1200");
        assertThat(delivery.quarantined)
                .containsExactly(new Delivery.Bad(
                        2,
                        new Quarantined(
                                QuarantineReason.MISSING_VALUE,
                                "quantity",
                                null,
                                "{\"clues\":\"UNIDAD 8\",\"counted_on\":\"2025-01-15\",\"clave\":\"010.000.0022.00\","
                                        + "\"lot\":\"S/L\",\"expires_on\":\"S/C\",\"quantity\":\"-\"}",
                                "BCIMB000034",
                                "010.000.0022.00",
                                "NO-LOT")));
    }

    @Test
    void tabsAndCarriageReturnsAreDelimitersAndLineEnds() throws IOException {
        Profile profile = profile(StandardCharsets.UTF_8, '\t', COLUMNS);

        Delivery delivery = Delivery.of(
                form(profile, Lookups.NONE),
                "stock_x_20250115.csv",
                (HEADER.replace(';', '\t') + "\r"
                                + "BCIMB000010\t15/01/2025\t010.000.0022.00\t\"L\t1\"\t\t\t5\r"
                                + "BCIMB000010\t15/01/2025\t010.000.0022.00\tL2\t\t\t6\r")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(texts(delivery))
                .containsExactly(
                        "BCIMB000010 2025-01-15 010.000.0022.00 L\t1 null 5",
                        "BCIMB000010 2025-01-15 010.000.0022.00 L2 null 6");
    }

    @Test
    void aFileThatBeginsInAnotherCharsetIsRejected() throws IOException {
        byte[] utf16 = ("\uFEFF" + HEADER + "\n").getBytes(StandardCharsets.UTF_16LE);

        assertThat(Delivery.of("stock", utf16).result.rejection())
                .isEqualTo("it begins with the byte order mark of UTF-16LE, but is to be read as UTF-8");
        assertThat(Delivery.of(
                                form(profile(Charset.forName("windows-1252"), ';', COLUMNS), Lookups.NONE),
                                "stock_x_20250115.csv",
                                ("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_8))
                        .result
                        .rejection())
                .isEqualTo("it begins with the byte order mark of UTF-8, but is to be read as windows-1252");
    }

    @Test
    void whatARejectedHeaderLacksIsNamedAsItWasLookedFor() throws IOException {
        assertThat(read(profile(StandardCharsets.UTF_8, ';', COLUMNS), "UNIDAD;FECHA;quantity")
                        .result
                        .rejection())
                .isEqualTo("the header lacks the required columns clave, quantity (\"Cantidad\")");
        assertThat(read(profile(StandardCharsets.UTF_8, ';', COLUMNS), HEADER + ";cantidad ")
                        .result
                        .rejection())
                .isEqualTo("the header has column Cantidad twice");
    }

    @Test
    void aColumnThatIsMappedElsewhereIsDroppedUnderItsOwnName() throws IOException {
        Delivery delivery = read(
                profile(StandardCharsets.UTF_8, ';', COLUMNS),
                HEADER + ";lot",
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;;;x;Peña");

        assertThat(delivery.quarantined.get(0).row().raw())
                .isEqualTo("{\"clues\":\"BCIMB000010\",\"counted_on\":\"15/01/2025\",\"clave\":\"010.000.0022.00\","
                        + "\"lot\":\"L1\",\"expires_on\":\"\",\"quantity\":\"x\"}");
    }

    @Test
    void aMalformedRowNeverShowsWhatADroppedColumnMayHold() throws IOException {
        Delivery delivery = read(
                profile(StandardCharsets.UTF_8, ';', COLUMNS),
                HEADER,
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;Peña;5",
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;;Peña;Ana;5",
                "BCIMB000010;15/01/2025;010.000.0022.00;\"L1;;Peña;5");

        assertThat(delivery.quarantined).extracting(bad -> bad.row().raw()).noneMatch(raw -> raw.contains("Peña"));
        assertThat(delivery.quarantined).extracting(bad -> bad.row().clues()).containsOnly("BCIMB000010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLUES,clues\n", "UNIDAD,CLUES\n", "CLUES,UNIDAD\n"})
    void aUnitNamedThreeWaysIsOneUnit(String header) throws IOException {
        boolean isSwapped = header.startsWith("CLUES,UNIDAD");
        String lookup = header
                + (isSwapped
                        ? "BCIMB000010,C.S. Él Árbol\n,\nUNIDAD 8,el 8\n"
                        : "C.S. Él Árbol,BCIMB000010\n,\nel 8,UNIDAD 8\n");

        Delivery delivery = lookedUp(
                "UNIDAD",
                "clues",
                lookup,
                HEADER,
                "C.S. Él Árbol;15/01/2025;010.000.0022.00;L1;;;1",
                "  c.s. él\u00A0árbol;15/01/2025;010.000.0022.00;L1;;;2",
                "C.S.ÉL ÁRBOL;15/01/2025;010.000.0022.00;L1;;;3",
                "El 8;15/01/2025;010.000.0022.00;L1;;;4",
                "BCIMB000022;15/01/2025;010.000.0022.00;L1;;;5",
                "C.S. El Arbol;15/01/2025;010.000.0022.00;L1;;;6",
                "S/L;15/01/2025;010.000.0022.00;L1;;;7");

        assertThat(delivery.accepted)
                .extracting(row -> row.cells().get(0))
                .containsExactly("BCIMB000010", "BCIMB000010", "BCIMB000010", "BCIMB000034", "BCIMB000022");
        assertThat(delivery.quarantined)
                .extracting(bad -> bad.row().reason() + " " + bad.row().value())
                .containsExactly("BAD_CLUES C.S. El Arbol", "MISSING_VALUE null");
    }

    @ParameterizedTest
    @CsvSource({
        "lot,UNKNOWN_VALUE",
        "expires_on,BAD_DATE",
        "quantity,BAD_NUMBER",
        "clave,BAD_CLAVE",
        "counted_on,BAD_DATE"
    })
    void aTextThatNoLookupKnowsHasTheReasonOfItsColumn(String column, String reason) throws IOException {
        Delivery delivery = lookedUp(
                "PACIENTE",
                column,
                "a,b\nx,y\n",
                HEADER,
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;;2025-01-15;5",
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;;12;5");

        assertThat(delivery.quarantined)
                .extracting(bad -> bad.row().reason() + " " + bad.row().column() + " "
                        + bad.row().value())
                .containsExactly(reason + " " + column + " 2025-01-15", reason + " " + column + " 12");
    }

    @Test
    void aConstantARowNumberAndPartsOfTheNameNeedNoColumn() throws IOException {
        Profile profile = profile(
                StandardCharsets.UTF_8,
                ';',
                Map.of(
                        "clues", new Constant(" BCIMB000010 "),
                        "counted_on", new FileNamePart("date"),
                        "lot", new FileNamePart("_x-(\\d)_"),
                        "expires_on", new FileNamePart("(nothing)"),
                        "quantity", new RowNumber()));

        Delivery delivery = read(profile, "CLAVE", "010.000.0022.00", "", "010.000.0022.00", "x");

        assertThat(texts(delivery))
                .containsExactly(
                        "BCIMB000010 2025-01-15 010.000.0022.00 1 null 1",
                        "BCIMB000010 2025-01-15 010.000.0022.00 1 null 2");
        assertThat(delivery.quarantined.get(0).row().raw()).isEqualTo("{\"clave\":\"x\"}");
        assertThat(delivery.quarantined.get(0).row().clues()).isEqualTo("BCIMB000010");
        assertThat(texts(
                        read(with("lot", new FileNamePart("who")), HEADER, "UNIDAD 8;15/01/2025;010.000.0022.00;;;;1")))
                .containsExactly("BCIMB000034 2025-01-15 010.000.0022.00 x-1 null 1");
        assertThat(texts(
                        read(with("lot", new FileNamePart("seq")), HEADER, "UNIDAD 8;15/01/2025;010.000.0022.00;;;;1")))
                .containsExactly("BCIMB000034 2025-01-15 010.000.0022.00 7 null 1");
    }

    @Test
    void anExpressionIsMadeOfTheRowsOwnCells() throws IOException {
        Profile profile = with(
                "quantity",
                new Expression(
                        "cast(replace(\"can tidad\", ' pzas', '') as integer) * coalesce(length(lote), 1) -- x"));

        Delivery delivery = read(
                profile,
                HEADER,
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;;Peña;12 pzas",
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;;Peña;many",
                "BCIMB000010;15/01/2025;010.000.0022.00",
                "BCIMB000010;15/01/2025;010.000.0022.00;;;Peña;\"'; drop table sent; --\"",
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;;Peña;",
                "BCIMB000010;15/01/2025;010.000.0022.00;L\0;;Peña;3");

        assertThat(texts(delivery))
                .containsExactly(
                        "BCIMB000010 2025-01-15 010.000.0022.00 L1 null 24",
                        "BCIMB000010 2025-01-15 010.000.0022.00 L\0 null 6");
        assertThat(delivery.quarantined)
                .extracting(bad -> bad.rowNo() + " " + bad.row().reason() + " "
                        + bad.row().column() + " " + bad.row().value())
                .containsExactly(
                        "2 UNKNOWN_VALUE quantity cast(replace(\"can tidad\", ' pzas', '') as integer) * coalesce(length(lote), 1) -…",
                        "3 FIELD_COUNT null null",
                        "4 UNKNOWN_VALUE quantity cast(replace(\"can tidad\", ' pzas', '') as integer) * coalesce(length(lote), 1) -…",
                        "5 MISSING_VALUE quantity null");
        assertThat(delivery.quarantined).extracting(bad -> bad.row().raw()).noneMatch(raw -> raw.contains("Peña"));
    }

    @Test
    void expressionsGoOnBeyondABatchAndGiveDatesAndTexts() throws IOException {
        Map<String, ColumnOrigin> columns = new HashMap<>(COLUMNS);
        columns.put("expires_on", new Expression("strptime(caducidad, '%m-%Y')"));
        columns.put("lot", new Expression("nullif(upper(lote), 'X') || '-' || clave"));
        columns.put("quantity", new Expression("cantidad"));
        String[] lines = new String[5_001];
        Arrays.fill(lines, "BCIMB000010;15/01/2025;010.000.0022.00;a;11-2027;;1,000");
        lines[0] = HEADER;
        lines[3_000] = "BCIMB000010;15/01/2025;010.000.0022.00;x;;;1,000";

        Delivery delivery = read(profile(StandardCharsets.UTF_8, ';', columns), lines);

        assertThat(delivery.quarantined).isEmpty();
        assertThat(delivery.accepted).hasSize(5_000);
        assertThat(texts(delivery).get(4_999))
                .isEqualTo("BCIMB000010 2025-01-15 010.000.0022.00 A-010.000.0022.00 2027-11-01 1000");
        assertThat(texts(delivery).get(2_999)).isEqualTo("BCIMB000010 2025-01-15 010.000.0022.00 NO-LOT null 1000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "cast(cantidat as integer) # names the column cantidat, which the file does not have (CANTIDAD is near)",
                "t.lote # names a table, t, and there is none: write the column alone",
                "double(cantidad) # calls the function double, which there is not",
                "cast(cantidad as whole) # names the type whole, which there is not; there are integer, decimal(14,4), date, varchar and others",
                "cantidad * 10 # reckons with texts by *: the columns of a file are texts; write cast(UNIDAD as integer)",
                "strptime(cantidad) # calls strptime with what it does not take (VARCHAR)",
                "cantidad || # ends with || and nothing behind it",
                "sum(cast(cantidad as integer)) # looks beyond its row: only the columns of one row may be used, one value from each",
                "unnest([cantidad]) # looks beyond its row: only the columns of one row may be used, one value from each",
                "random() # gives another value each time: the same file must give the same rows on any day"
            })
    void anExpressionThatCannotBeUsedOnAFileRejectsItInOurWords(String sql, String problem) throws IOException {
        assertThat(read(with("quantity", new Expression(sql)), HEADER, "")
                        .result
                        .rejection())
                .isEqualTo(
                        "the profile sai computes quantity of stock by the sql '%s', which %s; the file has the columns UNIDAD, FECHA, CLAVE, LOTE, CADUCIDAD, PACIENTE, CANTIDAD"
                                .formatted(sql, problem));
    }

    @Test
    void anExpressionReachesNothingOutside() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");

        assertThat(read(with("quantity", new Expression("(select a from read_csv('" + secret + "'))")), HEADER)
                        .result
                        .rejection())
                .contains("looks beyond its row");
    }

    @Test
    void wordsOfAForeignExportMayBeInAnyCase() throws IOException {
        Profile profile = new Profile(
                "sai",
                StandardCharsets.UTF_8,
                ',',
                '"',
                List.of("yyyy-MM-dd"),
                NumberFormat.MEXICAN,
                Set.of(),
                Map.of(),
                Map.of(),
                RepeatedCounts.CONFLICT);
        String header = "document_no,line_no,clues,adjusted_on,reason,clave,quantity,cancelled\n";

        Delivery delivery = Delivery.of(
                form(profile, Lookups.NONE),
                "adjustments_x_20250115.csv",
                (header + "D,1,BCIMB000010,2025-01-15,Expired,010.000.0022.00,-5,TRUE\n"
                                + "D,2,BCIMB000010,2025-01-15,eaten,010.000.0022.00,-5,no\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(texts(delivery))
                .containsExactly("D 1 BCIMB000010 2025-01-15 EXPIRED 010.000.0022.00 NO-LOT null -5 true");
        assertThat(delivery.quarantined.get(0).row().value()).isEqualTo("eaten");
    }

    @Test
    void piecesAreTalliedAsTheyRead() throws IOException {
        Delivery delivery = read(
                profile(StandardCharsets.UTF_8, ';', COLUMNS),
                HEADER,
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;;;1,200.00",
                "BCIMB000010;31/02/2025;010.000.0022.00;L1;;;7",
                "BCIMB000010;15/01/2025;010.000.0022.00;L1;;;12.5");

        assertThat(delivery.result.tallies())
                .containsExactly(Map.entry("BCIMB000010", new Tally(3, BigInteger.valueOf(1_207))));
    }
}
