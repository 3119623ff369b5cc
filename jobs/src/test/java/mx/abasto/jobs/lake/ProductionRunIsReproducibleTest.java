package mx.abasto.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.WeeklyDatasets;
import org.junit.jupiter.api.Test;

class ProductionRunIsReproducibleTest {

    @Test
    void theSameInputsGiveTheSameBytesAtOneThreadAndAtTwo() {
        TestLake twoThreads = SharedLakes.faulty();
        TestLake oneThread = SharedLakes.watched().lake();

        SortedMap<String, String> published = oneThread.published();
        assertThat(published.keySet())
                .filteredOn(name -> name.endsWith("run.json"))
                .hasSize(14 + 2);
        assertThat(published.keySet())
                .filteredOn(name -> name.endsWith(".parquet"))
                .hasSize(14 * NightlyDatasets.ALL.size() + 2 * WeeklyDatasets.ALL.size());
        assertThat(published).isEqualTo(twoThreads.published());
    }
}
