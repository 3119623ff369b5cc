package mx.abasto.jobs.oracle.week;

import static mx.abasto.jobs.oracle.week.TinyLake.CLAVE;
import static mx.abasto.jobs.oracle.week.TinyLake.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly oracle's {@code restatement} of weeks computed by hand. */
class WeekRestatementTest {

    @TempDir
    Path folder = Path.of("");

    private static List<String> restated(WeekOracle week) {
        return TinyLake.rows(week, "restatement").stream()
                .map(row -> "%s r%s %s %s to %s"
                        .formatted(
                                row.get("restated_week"),
                                row.get("restated_revision"),
                                row.get("column"),
                                row.get("published"),
                                row.get("restated")))
                .toList();
    }

    private TinyLake oneWeekLate() {
        TinyLake lake = new TinyLake(folder, 10).holds(UNIT, "L1", "", 100, 0);
        lake.night(9).posts("RECEIPT", UNIT, CLAVE, "L1", "", 30, LocalDate.of(2025, 1, 8));
        return lake;
    }

    @Test
    void whatComesAWeekLateRestatesBothWeeks() {
        assertThat(restated(oneWeekLate().week(2)))
                .containsExactly(
                        "2025-W03 r1 opening 100 to 130",
                        "2025-W03 r1 received_supplier 30 to 0",
                        "2025-W02 r1 closing 100 to 130",
                        "2025-W02 r1 received_supplier 0 to 30");
        assertThat(TinyLake.row(oneWeekLate().week(2), "restatement", "column=closing"))
                .containsEntry("difference", BigInteger.valueOf(30))
                .containsEntry("movement_rows", 1);
    }

    @Test
    void aWeekIsRestatedByTheEightAfterIt() {
        assertThat(restated(oneWeekLate().week(9))).anyMatch(line -> line.startsWith("2025-W02"));
        assertThat(restated(oneWeekLate().week(10))).noneMatch(line -> line.startsWith("2025-W02"));
    }

    @Test
    void aLaterRevisionRepeatsTheFlowsAndRestatesByWhatIsKnownThen() {
        TinyLake lake = oneWeekLate();
        assertThat(restated(lake.week(1))).isEmpty();
        assertThat(restated(lake.week(1, 2, 2)))
                .containsExactly("2025-W02 r2 closing 100 to 130", "2025-W02 r2 received_supplier 0 to 30");
        assertThat(TinyLake.row(lake.week(1, 2, 2), "key_inventory"))
                .containsEntry("closing", BigInteger.valueOf(100))
                .containsEntry("revision", 2);
    }

    @Test
    void whatComesLateWithinItsWeekRestatesNothing() {
        TinyLake lake = new TinyLake(folder, 1).holds(UNIT, "L1", "", 100, 0);
        lake.night(6).posts("RECEIPT", UNIT, CLAVE, "L1", "", 30, LocalDate.of(2025, 1, 8));
        assertThat(restated(lake.week(1))).isEmpty();
    }
}
