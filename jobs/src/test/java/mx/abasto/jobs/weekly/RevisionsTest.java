package mx.abasto.jobs.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A week made when the weeks before it are published, when they are not, and when more nights are known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionsTest {
    private static final String FIRST = "weekly/week=2025-W02/revision=1/";
    private static final String SECOND = "weekly/week=2025-W03/revision=1/";
    private static final List<String> FROZEN = List.of("key_inventory", "key_summary", "discrepancies");

    private final TestLake inOrder = SharedLakes.faulty();
    private final TestLake lake = inOrder.upTo(inOrder.last(), SharedLakes.fresh("revisions"));
    private SortedMap<String, String> published = inOrder.published();

    @BeforeAll
    void makeTheSecondWeekFirst() {
        lake.run("weekly", "--week", "2025-W03").requireDone();
        lake.run("weekly", "--week", "2025-W02").requireDone();
        published = lake.published();
    }

    @Test
    void consumptionIsTheSameFromNightsAndFromPublishedWeeks() {
        SortedMap<String, String> expected = inOrder.published();
        for (String dataset : FROZEN) {
            String file = SECOND + dataset + "/part-0.parquet";
            assertThat(published).containsEntry(file, expected.get(file));
        }
    }

    @Test
    void itsRunJsonNamesTheNightsAndWeeksThatWereRead() {
        assertThat(inOrder.published().get(SECOND + "run.json"))
                .contains("nightly/business_date=2025-01-06/run.json", "weekly/week=2025-W02/revision=1/run.json");
        assertThat(published.get(SECOND + "run.json"))
                .contains("nightly/business_date=2025-01-06/run.json")
                .doesNotContain("weekly/week=2025-W02");
        assertThat(published.get(FIRST + "run.json")).contains("nightly/business_date=2025-01-19/run.json");
        assertThat(inOrder.published().get(FIRST + "run.json")).doesNotContain("business_date=2025-01-13");
    }

    @Test
    void figuresStayAsTheyWereWhenMoreNightsAreKnown() {
        for (String dataset : FROZEN) {
            String file = FIRST + dataset + "/part-0.parquet";
            assertThat(published).containsEntry(file, inOrder.published().get(file));
        }
    }

    @Test
    void itsProofSaysWhatHoldsOnHowManyRows() throws Exception {
        try (LakeQuery query = new LakeQuery(lake.lake())) {
            long rows = query.number("select count(*) from week_key_inventory where run = '2025-W03'");
            assertThat(published.get(SECOND + "run.json"))
                    .contains(
                            "{\"dataset\":\"key_inventory\",\"claim\":\"opening and flows make the closing\",\"rows\":"
                                    + rows + "}");
        }
    }

    @Test
    void everyBalanceBearsItsSuggestions() throws Exception {
        try (LakeQuery query = new LakeQuery(lake.lake())) {
            List<Map<String, String>> overdrawn = query.rows("""
                    select given.giver_clues, given.clave, given.lot
                    from (
                        select week_end, giver_clues, clave, lot, sum(quantity) as pieces
                        from week_transfer_suggestions group by all
                    ) as given
                    left join stock_balance on stock_balance.run = given.week_end::varchar
                        and stock_balance.clues = given.giver_clues and stock_balance.clave = given.clave
                        and stock_balance.lot = given.lot
                    where coalesce(stock_balance.book, 0) < given.pieces
                    """);
            assertThat(overdrawn).isEmpty();
            assertThat(query.number("select count(*) from week_transfer_suggestions"))
                    .isPositive();
        }
    }
}
