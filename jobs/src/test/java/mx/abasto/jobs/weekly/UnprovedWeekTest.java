package mx.abasto.jobs.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.common.lake.WeeklyDatasets;
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

/** A week whose identity is broken on purpose is not published. */
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

    private void requireUnpublished(String select, String... messageHas) throws Exception {
        try (Tampering tampered = Tampering.with(work, WeeklyDatasets.KEY_INVENTORY, select)) {
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
    void aClaveOfWhichARowDoesNotAddUpIsNamed() throws Exception {
        String clave = Tampering.text(work, WeeklyDatasets.KEY_INVENTORY, "select min(clave) from %1$s");
        requireUnpublished(
                "select * replace (closing + cast(clave = '" + clave + "' as bigint) as closing) from %1$s",
                "The week is not published, because its proof does not hold",
                "clave " + clave);
    }

    @Test
    @Order(1)
    void rowsThatMissInOppositeDirectionsDoNotHideEachOther() throws Exception {
        String clave = Tampering.text(
                work,
                WeeklyDatasets.KEY_INVENTORY,
                "select clave from %1$s group by clave having count(*) > 1 order by clave limit 1");
        requireUnpublished(
                """
                select * replace (
                    case when clave <> '%1$s' then closing
                        when clues = (select min(clues) from %2$s where clave = '%1$s') then closing + 1
                        when clues = (select max(clues) from %2$s where clave = '%1$s') then closing - 1
                        else closing end as closing)
                from %2$s
                """.formatted(clave, "%1$s"),
                "on the rows of clave " + clave + ", opening and flows miss the closing by 2");
    }

    @Test
    @Order(1)
    void aColumnOfAnotherTypeIsRefused() throws Exception {
        requireUnpublished(
                "select * replace (cast(amc as double) as amc) from %1$s",
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
