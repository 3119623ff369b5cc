package mx.abasto.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Contract sections 5 and 7: what was there and what moved make what is there, on every row, in SQL of our own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowsMakeTheClosingTest {
    private static final String FLOWS =
            "received_supplier + received_transfer - distributed - dispensed - consumed + adjusted";

    private static final String OPENINGS_BY_CELL = """
            select run, clues, clave, sum(case when to_account = 'SITE' then quantity else -quantity end) as pieces
            from movements where kind = 'OPENING' group by all
            """;

    private final LakeQuery lake;

    FlowsMakeTheClosingTest() throws SQLException {
        lake = new LakeQuery(SharedLakes.faulty().lake());
    }

    @BeforeAll
    void theLakeHasEveryKindOfFlow() throws SQLException {
        assertThat(lake.rows("""
                select distinct kind from movements order by kind
                """))
                .extracting(row -> row.get("kind"))
                .containsExactly("ADJUSTMENT", "CONSUMPTION", "DISPENSATION", "DISTRIBUTION", "OPENING", "RECEIPT");
    }

    @AfterAll
    void close() throws SQLException {
        lake.close();
    }

    @Test
    void onEveryRowOfEveryNight() throws SQLException {
        assertThat(lake.number("select count(*) from key_day")).isGreaterThan(1_000);
        assertThat(lake.rows("select * from key_day where opening + %s is distinct from book".formatted(FLOWS)))
                .isEmpty();
    }

    @Test
    void onEveryRowOfEveryWeek() throws SQLException {
        assertThat(lake.number("select count(*) from week_key_inventory")).isGreaterThan(1_000);
        assertThat(lake.rows("select * from week_key_inventory where opening + %s is distinct from closing"
                        .formatted(FLOWS)))
                .isEmpty();
    }

    @Test
    void onEveryCellOfEveryNight() throws SQLException {
        assertThat(lake.rows("select * from stock_balance where opening + inflow - outflow is distinct from book"))
                .isEmpty();
    }

    @Test
    void aNightOpensWhereTheNightBeforeClosedWithItsOpeningPostings() throws SQLException {
        assertThat(lake.rows("""
                with openings as (%s)
                select tonight.*
                from key_day as tonight
                left join key_day as before
                    on before.clues = tonight.clues and before.clave = tonight.clave
                    and cast(before.run as date) = cast(tonight.run as date) - 1
                left join openings
                    on openings.clues = tonight.clues and openings.clave = tonight.clave
                    and openings.run = tonight.run
                where tonight.opening is distinct from coalesce(before.book, 0) + coalesce(openings.pieces, 0)
                """.formatted(OPENINGS_BY_CELL))).isEmpty();
    }

    @Test
    void aWeekOpensWhereTheWeekBeforeClosedWithItsOpeningPostings() throws SQLException {
        assertThat(lake.rows("""
                with openings as (
                    select clues, clave, date_trunc('week', cast(run as date)) as monday, sum(pieces) as pieces
                    from (%s) as posted group by all
                )
                select week.*
                from week_key_inventory as week
                left join week_key_inventory as before
                    on before.clues = week.clues and before.clave = week.clave
                    and before.week_start = week.week_start - 7
                left join openings
                    on openings.clues = week.clues and openings.clave = week.clave
                    and openings.monday = week.week_start
                where week.opening is distinct from coalesce(before.closing, 0) + coalesce(openings.pieces, 0)
                """.formatted(OPENINGS_BY_CELL))).isEmpty();
    }

    @Test
    void aWeekFlowsWhatItsNightsFlow() throws SQLException {
        assertThat(lake.rows("""
                with nights as (
                    select clues, clave, date_trunc('week', cast(run as date)) as monday,
                        sum(received_supplier) as received_supplier, sum(received_transfer) as received_transfer,
                        sum(distributed) as distributed, sum(dispensed) as dispensed, sum(consumed) as consumed,
                        sum(adjusted) as adjusted, sum(prescribed) as prescribed, sum(filled) as filled
                    from key_day group by all
                )
                select week.clues, week.clave, week.week
                from week_key_inventory as week
                left join nights
                    on nights.clues = week.clues and nights.clave = week.clave and nights.monday = week.week_start
                where week.received_supplier <> coalesce(nights.received_supplier, 0)
                    or week.received_transfer <> coalesce(nights.received_transfer, 0)
                    or week.distributed <> coalesce(nights.distributed, 0)
                    or week.dispensed <> coalesce(nights.dispensed, 0)
                    or week.consumed <> coalesce(nights.consumed, 0)
                    or week.adjusted <> coalesce(nights.adjusted, 0)
                    or week.prescribed <> coalesce(nights.prescribed, 0)
                    or week.filled <> coalesce(nights.filled, 0)
                """)).isEmpty();
    }
}
