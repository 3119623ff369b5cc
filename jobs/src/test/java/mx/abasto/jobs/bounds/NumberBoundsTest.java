package mx.abasto.jobs.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.cli.RunCommand;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * No number of an extract, a control file, the reference data or the settings ends a night, a week or a command, or makes
 * a sum wrap. {@code -Dabasto.fuzzed-nights=N} tries N nights, seven a network; {@code -Dabasto.seed=S} one network.
 */
class NumberBoundsTest {
    private static final int NIGHTS = 7;
    private static final int NIGHTS_BY_DEFAULT = 14;

    /** No sum of the network comes near the bound of BIGINT: a number of this size is one that wrapped. */
    private static final BigInteger WRAPPED = BigInteger.TWO.pow(62);

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9][0-9,]{18,}");

    @TempDir
    Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> noNumberEndsANightOrWraps() {
        String seed = System.getProperty("abasto.seed");
        int networks = Integer.getInteger("abasto.fuzzed-nights", NIGHTS_BY_DEFAULT) / NIGHTS;
        LongStream seeds = seed == null ? LongStream.range(0, networks) : LongStream.of(Long.parseLong(seed));
        return seeds.mapToObj(each -> DynamicTest.dynamicTest("seed " + each, () -> run(each)));
    }

    private void run(long seed) throws IOException {
        Path network = folder.resolve("network-" + seed);
        Path configuration = BoundNetwork.write(seed, NIGHTS, network);
        String last = BoundNetwork.FIRST.plusDays(NIGHTS - 1).toString();
        text(configuration, "catch-up", "--from", BoundNetwork.FIRST.toString(), "--until", last);
        text(configuration, "verify");
        text(configuration, "show", "nights");
        text(configuration, "show", "inventory", "--format", "csv");
        text(configuration, "show", "discrepancies");
        explain(configuration);
        for (List<String> lot : BoundNetwork.lots()) {
            trace(configuration, lot.get(0), lot.get(1));
        }
        // The next network is as large, and a campaign has hundreds.
        Folders.delete(network);
    }

    private static String text(Path configuration, String... words) {
        return RunCommand.with(configuration, words).requireDone().out();
    }

    private static void explain(Path configuration) {
        // It shows rows as they came, with numbers beyond every bound: only a failure can be told.
        String ids = text(
                configuration,
                "sql",
                "--format",
                "csv",
                "select min(discrepancy_id) from discrepancies group by rule order by rule");
        ids.lines().skip(1).forEach(id -> text(configuration, "explain", id));
    }

    private static void trace(Path configuration, String clave, String lot) {
        RunCommand.Result traced = RunCommand.with(configuration, "trace", "--clave", clave, "--lot", lot);
        if (traced.exit() == 2 && traced.err().contains("holds no lot")) {
            return;
        }
        assertThat(wrapped(traced.requireDone().out())).as(clave + " " + lot).isEmpty();
    }

    private static List<String> wrapped(String text) {
        return LONG_NUMBER
                .matcher(text)
                .results()
                .map(found -> found.group().replace(",", ""))
                .filter(number -> new BigInteger(number).compareTo(WRAPPED) >= 0)
                .toList();
    }
}
