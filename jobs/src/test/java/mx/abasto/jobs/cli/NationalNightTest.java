package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.sql.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code generate --national} makes runs clean: faults are few, and none has a cause that was not made. */
class NationalNightTest {
    private static final LocalDate LAST = SmallNetwork.OPENING.plusDays(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nightsOfAStateArePublishedWithFewFindings() {
        SmallNetwork state = ran("--state", "03");

        long rows = number(state, LAST, NightlyDatasets.FILES, "sum(rows)", "true");
        assertThat(rows).isGreaterThan(30_000);
        assertThat(number(state, LAST, NightlyDatasets.DISCREPANCIES, "count(*)", "true"))
                .isBetween(1L, rows / 500);
        assertThat(number(state, LAST, NightlyDatasets.QUARANTINE, "count(*)", "true"))
                .isLessThan(rows / 1_000);
        assertThat(number(state, LAST, NightlyDatasets.STOCK_BALANCE, "count(*)", "variance <> 0"))
                .isLessThan(rows / 500);
    }

    @Test
    void theOpeningNightHasNothingOverdueAndNoVariance() {
        SmallNetwork state = ran("--state", "03", "--states", "2");

        assertThat(
                        state.query(
                                SmallNetwork.OPENING,
                                NightlyDatasets.DISCREPANCIES,
                                "distinct rule",
                                "rule in ('SHP-01', 'SHP-02', 'SHP-03', 'ORD-01', 'ORD-03', 'STK-01', 'STK-02', 'DSP-01', 'EXT-01')"))
                .isEmpty();
    }

    @Test
    void smallFilesDeliverEveryExtract() {
        SmallNetwork state = ran("--state", "31", "--small-files");

        assertThat(state.query(LAST, NightlyDatasets.EXTRACTS, "count(*)", "status <> 'DELIVERED'"))
                .isEqualTo(List.of("0"));
    }

    private SmallNetwork ran(String... words) {
        Path network = folder.resolve("network");
        String[] generate = {"generate", "--national", "--nights", "3", "--out", network.toString()};
        assertThat(Ran.abasto(Ran.with(generate, words)).lines()).hasSize(5);
        SmallNetwork made = new SmallNetwork(network);
        assertThat(made.abasto("catch-up", "--from", "" + SmallNetwork.OPENING, "--until", "" + LAST))
                .extracting(Ran::exitCode)
                .isEqualTo(0);
        return made;
    }

    private static long number(SmallNetwork network, LocalDate night, Dataset dataset, String what, String where) {
        return Long.parseLong(network.query(night, dataset, "cast(%s as bigint)".formatted(what), where)
                .get(0));
    }
}
