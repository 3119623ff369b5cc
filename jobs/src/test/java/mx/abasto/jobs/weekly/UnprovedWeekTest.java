package mx.abasto.jobs.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.nightly.Tampering;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A week whose figures are broken on purpose is not published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnprovedWeekTest {
    private static final String WEEK = "2025-W02";
    private static final String WEEK_FOLDER = "weekly/week=" + WEEK + "/";

    private final TestLake undisturbed = SharedLakes.faulty();
    private final TestLake lake = undisturbed.upTo(SharedLakes.FIRST_SUNDAY, SharedLakes.fresh("unproved-week"));
    private final Path work = lake.work().resolve("weekly/" + WEEK + "-1");
    private SortedMap<String, String> before = new TreeMap<>();

    @BeforeAll
    void stopTheWeekBeforeItIsPublished() throws Exception {
        Path obstacle = Files.createFile(lake.lake().resolve("_staging"));
        before = lake.published();

        assertThat(publish().exit()).isEqualTo(4);

        assertThat(work.resolve("inventory")).isDirectory();
        assertThat(lake.published()).isEqualTo(before);
        Files.delete(obstacle);
    }

    private RunCommand.Result publish() {
        return lake.run("weekly", "--week", WEEK);
    }

    private String first(Dataset dataset, String select) throws Exception {
        return Tampering.text(work, dataset, select);
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
    void aRowThatDoesNotAddUpIsNamed() throws Exception {
        String row = first(WeeklyDatasets.KEY_INVENTORY, "select min(clues || clave) from %1$s");
        requireUnpublished(
                WeeklyDatasets.KEY_INVENTORY,
                "select * replace (closing + cast(clues || clave = '" + row + "' as bigint) as closing) from %1$s",
                "The week is not published, because its proof does not hold: in key_inventory, site "
                        + row.substring(0, 11) + ", clave " + row.substring(11) + ": opening and flows make");
    }

    @Test
    @Order(1)
    void rowsThatMissInOppositeDirectionsDoNotHideEachOther() throws Exception {
        String clave = first(
                WeeklyDatasets.KEY_INVENTORY,
                "select clave from %1$s group by clave having count(*) > 1 order by clave limit 1");
        requireUnpublished(
                WeeklyDatasets.KEY_INVENTORY,
                """
                select * replace (
                    case when clave <> '%1$s' then closing
                        when clues = (select min(clues) from %2$s where clave = '%1$s') then closing + 1
                        when clues = (select max(clues) from %2$s where clave = '%1$s') then closing - 1
                        else closing end as closing)
                from %2$s
                """.formatted(clave, "%1$s"),
                "clave " + clave + ": opening and flows make");
    }

    @Test
    @Order(1)
    void aSumOfTheNationThatIsNotThatOfItsPartsIsNamed() throws Exception {
        String clave = first(WeeklyDatasets.KEY_SUMMARY, "select min(clave) from %1$s where scope = 'NATION'");
        requireUnpublished(
                WeeklyDatasets.KEY_SUMMARY,
                "select * replace (prior_period + cast(scope = 'NATION' and clave = '" + clave
                        + "' as bigint) as prior_period) from %1$s",
                "in key_summary, NATION MX, clave " + clave + ": prior_period is not the sum of its parts");
    }

    @Test
    @Order(1)
    void aSumThatNoSiteHasPartsOfIsNamed() throws Exception {
        requireUnpublished(
                WeeklyDatasets.KEY_SUMMARY,
                "select * from %1$s union all select * replace ('99' as scope_id) from %1$s where scope = 'STATE'",
                "in key_summary, STATE 99, clave",
                "whether there is a row is not the sum of its parts");
    }

    @Test
    @Order(1)
    void aSiteWhosePartsDoNotMakeTheWholeIsNamed() throws Exception {
        String clues = first(WeeklyDatasets.SITE_SUMMARY, "select min(clues) from %1$s");
        requireUnpublished(
                WeeklyDatasets.SITE_SUMMARY,
                "select * replace (claves_out + cast(clues = '" + clues + "' as bigint) as claves_out) from %1$s",
                "in site_summary, site " + clues + ": claves available, out and not reported do not make");
    }

    @Test
    @Order(1)
    void aSiteThatItsRowsDoNotSumToIsNamed() throws Exception {
        String clues = first(WeeklyDatasets.SITE_SUMMARY, "select max(clues) from %1$s");
        requireUnpublished(
                WeeklyDatasets.SITE_SUMMARY,
                "select * replace (case when clues <> '" + clues + "' then value end as value) from %1$s",
                "in site_summary, site " + clues + ": value is not the sum over its claves");
    }

    @Test
    @Order(1)
    void aSuggestionOfMoreThanIsNeededIsNamed() throws Exception {
        requireUnpublished(
                WeeklyDatasets.TRANSFER_SUGGESTIONS,
                "select * replace (taker_need + 1 as quantity) from %1$s",
                "in transfer_suggestions, lot ",
                "the taker is given more than it needs");
    }

    @Test
    @Order(1)
    void aSuggestionThatDrainsItsGiverIsNamed() throws Exception {
        requireUnpublished(
                WorkDatasets.STOCK_POSITIONS,
                "select * replace (1000 * max_days as max_days) from %1$s",
                "in transfer_suggestions, lot ",
                "the giver is left under its band");
    }

    @Test
    @Order(1)
    void aSuggestionToASiteThatIsNotAuthorisedIsNamed() throws Exception {
        requireUnpublished(
                WorkDatasets.STOCK_POSITIONS,
                "select * replace (false as is_authorised) from %1$s",
                "in transfer_suggestions, lot ",
                "the taker is not authorised for the clave");
    }

    @Test
    @Order(1)
    void aSuggestionBeyondWhatTheBandAsksForIsNamedThoughItsNeedSaysSo() throws Exception {
        requireUnpublished(
                WorkDatasets.STOCK_POSITIONS,
                "select * replace (in_transit + 1000000 as in_transit) from %1$s",
                "in transfer_suggestions, lot ",
                "the taker is given more than its band");
        requireUnpublished(
                WorkDatasets.STOCK_POSITIONS,
                "select * replace (case when stock_status <> 'OVER' then cast(null as decimal(38, 3)) else amc end as amc,"
                        + " prescribed + 0 * filled as filled) from %1$s",
                "in transfer_suggestions, lot ",
                "the taker is given more than was prescribed there in vain");
    }

    @Test
    @Order(1)
    void aSuggestionOfARecalledLotIsNamed() throws Exception {
        String clave = first(WeeklyDatasets.TRANSFER_SUGGESTIONS, "select min(clave) from %1$s");
        String ofClave =
                first(WeeklyDatasets.TRANSFER_SUGGESTIONS, "select min(lot) from %1$s where clave = '" + clave + "'");
        requireUnpublished(
                ReferenceDatasets.RECALLS,
                "select '" + clave + "' as clave, '" + ofClave + "' as lot, 'A' as alert, date '2025-01-12' as"
                        + " effective_on from (select count(*) from %1$s)",
                "in transfer_suggestions, lot " + ofClave + " of clave " + clave,
                "the lot was recalled");
    }

    @Test
    @Order(1)
    void aSuggestionOfMoreThanALotHoldsIsNamed() throws Exception {
        requireUnpublished(
                WeeklyDatasets.TRANSFER_SUGGESTIONS,
                "select * replace (1000000000 as quantity, 1000000000000 as taker_need) from %1$s",
                "in transfer_suggestions, lot ",
                "more of the lot is given than there is");
    }

    @Test
    @Order(1)
    void aColumnOfAnotherTypeIsRefused() throws Exception {
        requireUnpublished(
                WeeklyDatasets.KEY_INVENTORY,
                "select * replace (cast(months_of_stock as double) as months_of_stock) from %1$s",
                "does not have the columns that key_inventory is declared with");
    }

    @Test
    @Order(2)
    void theSameCommandPublishesItOnceTheProofHolds() {
        publish().requireDone();

        SortedMap<String, String> expected = new TreeMap<>(undisturbed.published());
        expected.keySet()
                .removeIf(name -> name.compareTo("nightly/business_date=" + SharedLakes.FIRST_SUNDAY.plusDays(1)) >= 0
                        && !name.startsWith("weekly/week=" + WEEK + "/"));
        assertThat(lake.published()).isEqualTo(expected);
    }

    @Test
    @Order(3)
    void askedForAgainTheWeekGetsItsNextRevision() {
        assertThat(publish().requireDone().out()).contains("2025-W02 revision 2 published");
        assertThat(lake.run("weekly", "--week", WEEK).requireDone().out()).contains("2025-W02 revision 3 published");
        assertThat(lake.published())
                .containsAllEntriesOf(before)
                .containsKeys(WEEK_FOLDER + "revision=2/run.json", WEEK_FOLDER + "revision=3/run.json")
                .doesNotContainKey(WEEK_FOLDER + "revision=4/run.json");
    }
}
