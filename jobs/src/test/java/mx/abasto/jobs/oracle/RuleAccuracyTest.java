package mx.abasto.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleAccuracyTest {

    @TempDir
    Path folder = Path.of("");

    private static Map<String, Object> listed(String rule, String id, String status) {
        return Map.of("rule", rule, "discrepancy_id", id, "status", status);
    }

    @Test
    void aFindingIsTheSameOnlyWithTheSameStatusOnTheSameNight() {
        RuleAccuracy accuracy = new RuleAccuracy();
        accuracy.add(
                List.of(listed("STK-01", "a", "NEW"), listed("STK-01", "b", "NEW"), listed("EXT-06", "c", "NEW")),
                List.of(
                        listed("STK-01", "a", "NEW"),
                        listed("STK-01", "b", "PERSISTING"),
                        listed("EXT-06", "c", "NEW")));
        accuracy.add(List.of(listed("STK-01", "a", "RESOLVED")), List.of());
        assertThat(accuracy.score("STK-01")).isEqualTo(new RuleAccuracy.Score(1, 2, 1));
        assertThat(accuracy.table())
                .contains(
                        "| `EXT-06` | 1 | 0 | 0 | 1.000 | 1.000 |",
                        "| `STK-01` | 3 | 2 | 1 | 0.500 | 0.333 |",
                        "| `LOT-01` | 0 | 0 | 0 | – | – |",
                        "| all | 4 | 2 | 1 | 0.666 | 0.500 |");
    }

    @Test
    void thePageNamesTheNetworksTheNightsAndItsCommand() throws Exception {
        RuleAccuracy accuracy = new RuleAccuracy();
        accuracy.beginNetwork();
        accuracy.add(List.of(listed("STK-01", "a", "NEW")), List.of(listed("STK-01", "a", "NEW")));
        Path page = folder.resolve("page.md");
        accuracy.write(page, "make it");
        assertThat(Files.readString(page))
                .contains("1 random networks, 1 nights in all", "| `STK-01` | 1 | 0 | 0 | 1.000 | 1.000 |", "make it");
    }
}
