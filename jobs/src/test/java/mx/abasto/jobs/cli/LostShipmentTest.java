package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.abasto.common.lake.NightlyDatasets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three sites, five nights, by hand: a shipment is lost on the road, and closed as its finding says; a count of a
 * thousand lots that never came in gives ids of which some begin alike; one row is all of a night.
 */
class LostShipmentTest {
    private static final String SENDER = "OCIMB000012";
    private static final String UNIT = "OCIMB001260";
    private static final String OTHER = "OCIMB001091";
    private static final String CLAVE = "010.000.0104.00";
    private static final int LOTS = 1000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SmallNetwork network;

    private static final List<String> lines = new ArrayList<>();
    private static String toldEs = "";
    private static String toldEn = "";

    private static void write(String path, String header, String... rows) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, header + "\n" + String.join("", List.of(rows)));
    }

    private static void sent(String night, String extract, String header, String... rows) throws IOException {
        write("extracts/%s/%s_x_%s.csv".formatted(night, extract, night.replace("-", "")), header, rows);
    }

    @BeforeAll
    static void process() throws IOException {
        network = new SmallNetwork(folder);
        write("abasto.yml", """
                abasto:
                  lake: var/lake
                  work: var/work
                  reference: reference
                  sources:
                    - name: all
                      uri: extracts/{date}
                """);
        write(
                "reference/sites.csv",
                "clues,name,kind,state",
                SENDER + ",Almacén,STATE_WAREHOUSE,20\n",
                UNIT + ",Hospital,HOSPITAL,20\n",
                OTHER + ",Centro,HEALTH_CENTRE,20\n");
        write("reference/catalogue.csv", "clave,description,group", CLAVE + ",Paracetamol,MEDICINE\n");
        write("reference/assortment.csv", "scope,clave,min_days,max_days");
        write("reference/routes.csv", "origin_clues,destination_clues,transit_days", SENDER + "," + UNIT + ",0\n");
        String stock = "clues,counted_on,clave,lot,quantity";
        sent(
                "2025-01-06",
                "stock",
                stock,
                SENDER + ",2025-01-06," + CLAVE + ",A1,100\n",
                UNIT + ",2025-01-06," + CLAVE + ",A1,5\n",
                OTHER + ",2025-01-06," + CLAVE + ",A1,5\n");
        sent(
                "2025-01-07",
                "distributions",
                "shipment_no,line_no,clues,destination_clues,shipped_on,clave,lot,quantity",
                "E1,1," + SENDER + "," + UNIT + ",2025-01-07," + CLAVE + ",A1,30\n");
        sent(
                "2025-01-07",
                "stock",
                stock,
                OTHER + ",2025-01-07," + CLAVE + ",A1,5\n",
                IntStream.range(0, LOTS)
                        .mapToObj(lot -> "%s,2025-01-07,%s,L%d,1%n".formatted(OTHER, CLAVE, lot))
                        .collect(Collectors.joining()));
        sent(
                "2025-01-08",
                "consumptions",
                "document_no,line_no,clues,consumed_on,clave,lot,quantity",
                "C1,1," + UNIT + ",2025-01-08," + CLAVE + ",B1,1\n");
        sent("2025-01-09", "stock", stock);
        sent(
                "2025-01-10",
                "receipts",
                "receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,clave,lot,quantity",
                "R1,1," + UNIT + ",2025-01-10,TRANSFER," + SENDER + ",E1," + CLAVE + ",A1,30\n");
        sent(
                "2025-01-10",
                "adjustments",
                "document_no,line_no,clues,adjusted_on,reason,clave,lot,quantity",
                "J1,1," + UNIT + ",2025-01-10,LOST," + CLAVE + ",A1,-30\n");
        lines.addAll(network.abasto("catch-up", "--from", "2025-01-06", "--until", "2025-01-09")
                .lines());
        String id = findings("2025-01-09", "discrepancy_id", "rule = 'SHP-01'").get(0);
        toldEs = told(id, "es");
        toldEn = told(id, "en");
        lines.addAll(network.abasto("catch-up", "--until", "2025-01-10").lines());
    }

    private static List<String> findings(String night, String columns, String where) {
        return network.query(LocalDate.parse(night), NightlyDatasets.DISCREPANCIES, columns, where);
    }

    @Test
    void aShipmentLostOnTheRoadIsClosedAsItsFindingSays() {
        assertThat(findings("2025-01-09", "rule, status, document_no, expected_quantity", "family = 'SHP'"))
                .containsExactly("SHP-01,PERSISTING,E1,30");
        assertThat(toldEs)
                .contains("el destino registra la recepción de todo lo enviado y da de baja lo que falta con un ajuste"
                        + " LOST.");
        assertThat(toldEn)
                .contains("the destination enters the receipt of all that was sent, and writes off what is missing with"
                        + " an adjustment LOST.");

        assertThat(findings("2025-01-10", "rule, status", "family = 'SHP'")).containsExactly("SHP-01,RESOLVED");
        assertThat(network.query(
                        LocalDate.of(2025, 1, 10),
                        NightlyDatasets.STOCK_BALANCE,
                        "book",
                        "clues = '%s' and lot = 'A1'".formatted(UNIT)))
                .containsExactly("5");
    }

    private static String told(String id, String language) {
        return network.abasto("explain", id.substring(0, 8), "--language", language)
                .out()
                .replaceAll("\\s+", " ");
    }

    @Test
    void aBeginningThatSeveralIdsHaveIsToldWithWhatTellsThemApart() {
        Map<String, List<String>> byBeginning = findings("2025-01-07", "discrepancy_id", "true").stream()
                .collect(Collectors.groupingBy(id -> id.substring(0, 4), TreeMap::new, Collectors.toList()));
        List<String> alike = byBeginning.values().stream()
                .filter(ids -> ids.size() > 1)
                .findFirst()
                .orElseThrow();
        String beginning = alike.get(0).substring(0, 4);

        Ran ran = network.abasto("explain", beginning);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("%d discrepancies have an id that begins with %s:%n".formatted(alike.size(), beginning))
                .contains("Write more of it.");
        for (String id : alike) {
            String rule = findings("2025-01-07", "rule, lot", "discrepancy_id = '%s'".formatted(id))
                    .get(0);
            assertThat(ran.err())
                    .containsPattern("  %s  %s  .*%s".formatted(id, rule.split(",")[0], rule.split(",")[1]));
        }
    }

    @Test
    void whatIsNoIdIsToldWhereIdsAre() {
        network.abasto("explain", "SHP-01")
                .refusedWith(
                        2,
                        "'SHP-01' is not a discrepancy's id; it has 16 digits of 0 to 9 and a to f, of which 4 may do."
                                + " Each row of abasto show discrepancies begins with one.",
                        "See: abasto explain --help");
    }

    @Test
    void oneOfAThingIsNotToldInThePlural() {
        assertThat(lines)
                .anyMatch(line -> line.startsWith("2025-01-08 published: 1 row accepted, 0 quarantined, 0 duplicates;"))
                .anyMatch(line -> line.startsWith("2025-01-10 published: 2 rows accepted,"));
        assertThat(findings("2025-01-08", "explanation_es", "rule = 'STK-02'").get(0))
                .contains("suman -1 pieza:");
        assertThat(findings("2025-01-08", "explanation_en", "rule = 'STK-02'").get(0))
                .contains("add up to -1 piece:");
        assertThat(findings("2025-01-07", "explanation_es", "rule = 'STK-03' and lot = 'L1'")
                        .get(0))
                .contains("se contó 1 pieza de");
        assertThat(findings("2025-01-07", "explanation_en", "rule = 'STK-03' and lot = 'L1'")
                        .get(0))
                .contains(" 1 piece of clave", "lot L1, was counted");
        assertThat(network.abasto("show", "discrepancies", "--rule", "SHP-01").lines())
                .first()
                .isEqualTo("Night 2025-01-10: 1 discrepancy (filtered)");
    }
}
