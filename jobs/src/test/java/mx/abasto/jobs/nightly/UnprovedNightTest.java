package mx.abasto.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A night whose steps are all done but the last, and whose proof is then broken on purpose, is not published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnprovedNightTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 1, 9);
    private static final String FIRST_CELL = "(select min(clues || clave || lot) from %1$s)";

    private final TestLake undisturbed = SharedLakes.faulty();
    private final TestLake lake = undisturbed.upTo(NIGHT.minusDays(1), SharedLakes.fresh("unproved-night"));
    private final Path work = lake.work().resolve("nightly/" + NIGHT);
    private SortedMap<String, String> before = new TreeMap<>();

    /** A file where the staging folder has to be stops the night after track. */
    @BeforeAll
    void stopTheNightBeforeItIsPublished() throws Exception {
        Path obstacle = Files.createFile(lake.lake().resolve("_staging"));
        before = lake.published();

        RunCommand.Result stopped = publish();

        assertThat(stopped.exit()).isEqualTo(4);
        assertThat(stopped.err())
                .contains("Cannot publish nightly/business_date=" + NIGHT, "Run the same command again");
        assertThat(work.resolve("track")).isDirectory();
        assertThat(lake.published()).isEqualTo(before);
        Files.delete(obstacle);
    }

    private RunCommand.Result publish() {
        return lake.run("nightly", "--date", NIGHT.toString());
    }

    private void requireUnpublished(Dataset dataset, String select, String... messageHas) throws Exception {
        try (Tampering tampered = Tampering.with(work, dataset, select)) {
            assertThat(tampered).isNotNull();
            RunCommand.Result refused = publish();

            assertThat(refused.exit()).isEqualTo(4);
            assertThat(refused.err()).contains(messageHas).doesNotContain("\tat ");
            assertThat(refused.out()).isEmpty();
            assertThat(lake.published()).isEqualTo(before);
        }
    }

    @Test
    @Order(1)
    void aCellThatDoesNotAddUpIsNamed() throws Exception {
        String cell = Tampering.text(
                work,
                NightlyDatasets.STOCK_BALANCE,
                "select clues || ' ' || clave || ' ' || lot from %1$s where clues || clave || lot = " + FIRST_CELL);
        requireUnpublished(
                NightlyDatasets.STOCK_BALANCE,
                "select * replace (book + cast(clues || clave || lot = " + FIRST_CELL
                        + " as bigint) as book) from %1$s",
                "The night is not published, because its proof does not hold: the cell " + cell + " does not add up");
    }

    @Test
    @Order(1)
    void aClaveWithPiecesFromNowhereIsNamed() throws Exception {
        String clave = Tampering.text(
                work,
                NightlyDatasets.STOCK_BALANCE,
                "select clave from %1$s where clues || clave || lot = " + FIRST_CELL);
        String more = "cast(clues || clave || lot = " + FIRST_CELL + " as bigint)";
        requireUnpublished(
                NightlyDatasets.STOCK_BALANCE,
                "select * replace (book + %1$s as book, inflow + %1$s as inflow) from %2$s".formatted(more, "%1$s"),
                "because its proof does not hold: clave " + clave,
                "-1 pieces left over");
    }

    @Test
    @Order(1)
    void aMovementThatIsLostIsMissedByItsClave() throws Exception {
        String clave = Tampering.text(
                work,
                NightlyDatasets.MOVEMENTS,
                "select clave from %1$s where kind = 'RECEIPT' order by clave, file, row_no limit 1");
        requireUnpublished(
                NightlyDatasets.MOVEMENTS,
                "select * from %1$s where kind <> 'RECEIPT' or clave <> '" + clave + "'",
                "because its proof does not hold: clave " + clave + " has opening");
    }

    @Test
    @Order(1)
    void aMovementThatGivesToNobodyIsNamed() throws Exception {
        String movement = Tampering.text(
                work,
                NightlyDatasets.MOVEMENTS,
                "select min(file || ' row ' || row_no) from %1$s where kind = 'DISPENSATION'");
        requireUnpublished(
                NightlyDatasets.MOVEMENTS,
                "select * replace (case when kind = 'DISPENSATION' then null else to_account end as to_account)"
                        + " from %1$s",
                "the movement of " + movement + " is not from one account to another");
    }

    @Test
    @Order(1)
    void aFileWithARowThatIsNotAccountedForIsNamed() throws Exception {
        String file = Tampering.text(work, NightlyDatasets.FILES, "select min(file) from %1$s where accepted > 0");
        requireUnpublished(
                NightlyDatasets.FILES,
                "select * replace (accepted - cast(file = '" + file + "' as bigint) as accepted) from %1$s",
                "the rows of " + file + " are not all accounted for");
    }

    @Test
    @Order(1)
    void aColumnOfAnotherTypeIsRefused() throws Exception {
        requireUnpublished(
                NightlyDatasets.KEY_DAY,
                "select * replace (cast(book as integer) as book) from %1$s",
                "does not have the columns that key_day is declared with",
                "int32 book");
    }

    @Test
    @Order(1)
    void aColumnThatIsMissingIsRefused() throws Exception {
        requireUnpublished(
                NightlyDatasets.LOTS,
                "select clave, lot, expires_on, lines from %1$s",
                "does not have the columns that lots is declared with");
    }

    @Test
    @Order(2)
    void theSameCommandPublishesItOnceTheProofHolds() {
        RunCommand.Result done = publish().requireDone();

        assertThat(done.out()).contains(String.format(Locale.ROOT, "%s published", NIGHT));
        SortedMap<String, String> expected = new TreeMap<>(undisturbed.published());
        expected.keySet().removeIf(name -> name.compareTo("nightly/business_date=" + NIGHT.plusDays(1)) >= 0);
        assertThat(lake.published()).isEqualTo(expected);
        assertThat(work).doesNotExist();
    }
}
