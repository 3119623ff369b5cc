package mx.abasto.jobs.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.context.Arrivals.Count;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.settings.ConfigurationFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies at a source, of what a warehouse (4 extracts) and a health centre (4) have to send. */
class ArrivalsTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 1, 7);
    private static final String WAREHOUSE = "DFIMB002324";
    private static final String CENTRE = "ZSIMB000982";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestLake lake;

    @BeforeEach
    void twoSites() throws IOException {
        Path reference = Files.createDirectories(folder.resolve("network/reference"));
        Files.createDirectories(folder.resolve("network/extracts/" + NIGHT.minusDays(1)));
        Files.writeString(reference.resolve("sites.csv"), """
                clues,name,kind,state
                %s,Almacén,STATE_WAREHOUSE,09
                %s,Centro,HEALTH_CENTRE,09
                """.formatted(WAREHOUSE, CENTRE));
        Files.writeString(reference.resolve("catalogue.csv"), """
                clave,description,group
                010.000.0101.00,Ácido,MEDICINE
                """);
        Files.writeString(reference.resolve("assortment.csv"), "scope,clave,min_days,max_days\n");
        Files.writeString(reference.resolve("aliases.csv"), "alias,clues\nZSSSA000001," + CENTRE + "\n");
        lake = TestLake.empty(folder.resolve("network"), folder.resolve("home"), 1);
    }

    private void sends(LocalDate night, String... names) throws IOException {
        Path extracts = Files.createDirectories(folder.resolve("network/extracts/" + night));
        for (String name : names) {
            Files.writeString(extracts.resolve(name), "", StandardCharsets.UTF_8);
        }
    }

    private Count arrived() {
        Settings settings = ConfigurationFile.read(lake.configuration());
        return new Arrivals(settings, ConfiguredLake.of(settings)).of(NIGHT);
    }

    @Test
    void aFileCountsForTheSiteThatItIsNamedByAndForItsAlias() throws IOException {
        assertThat(arrived()).as("nothing is there").isEqualTo(new Count(0, 8));

        sends(
                NIGHT,
                "receipts_" + WAREHOUSE + "_20250107.csv",
                "receipts_" + WAREHOUSE + "_20250107_2.csv",
                "stock_ZSSSA000001_20250107.csv.gz",
                "control_" + CENTRE + "_20250107.csv",
                "consumptions_" + CENTRE + "_20250107.csv",
                "adjustments_" + WAREHOUSE + "_20250106.csv",
                "receipts_" + CENTRE + "_20250107.csv.part");

        assertThat(arrived())
                .as("twice is once; no control, none for another night, none that is not expected or half there")
                .isEqualTo(new Count(2, 8));
        assertThat(folder.resolve("home/work/arrivals")).isEmptyDirectory();
    }

    @Test
    void aFileWithAnotherLabelCountsForItsSourcesSites() throws IOException {
        sends(NIGHT, "receipts_NACION_20250107.csv");
        assertThat(arrived()).isEqualTo(new Count(0, 8));

        Files.writeString(
                lake.configuration(),
                Files.readString(lake.configuration())
                        .replace("profile: canonical", "profile: canonical\n      sites: [" + CENTRE + "]"));

        assertThat(arrived()).isEqualTo(new Count(1, 8));
    }

    @Test
    void aFileWithAnotherLabelCountsForTheSitesThatItDeliveredLastNight() throws IOException {
        Files.writeString(folder.resolve("network/extracts/2025-01-06/receipts_NACION_20250106.csv"), """
                receipt_no,line_no,clues,received_on,source,clave,lot,quantity
                R1,1,%s,2025-01-06,SUPPLIER,010.000.0101.00,A1,10
                R2,1,%s,2025-01-06,SUPPLIER,010.000.0101.00,A1,10
                """.formatted(
                        WAREHOUSE, CENTRE));
        lake.run("nightly", "--date", "2025-01-06").requireDone();

        sends(NIGHT, "receipts_NACION_20250107.csv", "stock_NACION_20250107.csv");

        assertThat(arrived()).isEqualTo(new Count(2, 8));
    }

    @Test
    void aSourceThatDoesNotAnswerHasNothing() throws IOException {
        Files.writeString(
                lake.configuration(),
                Files.readString(lake.configuration()).replaceFirst("uri: .*", "uri: http://127.0.0.1:1/{date}"));

        assertThat(arrived()).isEqualTo(new Count(0, 8));
    }

    @Test
    void referenceDataThatCannotBeUsedAreRefused() throws IOException {
        Files.delete(folder.resolve("network/reference/sites.csv"));

        assertThatThrownBy(this::arrived).isInstanceOf(AbastoException.class).hasMessageContaining("sites.csv");
        assertThat(folder.resolve("home/work/arrivals")).isEmptyDirectory();
    }
}
