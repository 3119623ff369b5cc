package mx.abasto.jobs.reconcile;

import static mx.abasto.jobs.nightly.SentNights.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.nightly.SentNights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Whether a difference comes back or is new, 35 and 36 nights after another rule took it (contract section 5). */
@EnabledIfSystemProperty(named = "abasto.long-nights", matches = "\\d+", disabledReason = "it is of the campaign")
class SupersededAgainTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatComesBackAfter35NightsIsReopenedAndAfter36New() throws SQLException {
        SentNights nights = new SentNights(folder, "transit-days: 1", "A", "B");
        for (String site : List.of("A", "B")) {
            nights.counted(1, site, site, 10);
            nights.counted(2, site, site, 7);
            nights.consumed(3, site, site, 12);
        }
        nights.received(38, "A", "A", 5);
        nights.received(39, "B", "B", 5);
        nights.process(39);

        try (LakeQuery lake = new LakeQuery(nights.lake())) {
            assertThat(lake.rows("""
                    select run || ' ' || lot || ' ' || status || ' since ' || first_seen_on as told
                    from discrepancies where rule = 'STK-01' and lot in ('A', 'B') order by run, lot
                    """))
                    .extracting(row -> row.get("told"))
                    .containsExactly(
                            told(2, "A", "NEW", 2),
                            told(2, "B", "NEW", 2),
                            told(3, "A", "SUPERSEDED", 2),
                            told(3, "B", "SUPERSEDED", 2),
                            told(38, "A", "REOPENED", 2),
                            told(39, "A", "PERSISTING", 2),
                            told(39, "B", "NEW", 39));
        }
    }

    private static String told(int night, String lot, String status, int first) {
        return "%s %s %s since %s".formatted(day(night), lot, status, day(first));
    }
}
