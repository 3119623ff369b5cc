package mx.abasto.jobs.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights, a week and its documents have the same bytes wherever they are made. {@code -Dabasto.locales=12} runs the sample
 * under all locales, the time zones by turns; by default two locales run a network of seven nights.
 */
class LocalesTest {
    private static final List<String> LOCALES = List.of(
            "fa",
            "ar-EG",
            "tr",
            "th-TH-u-ca-buddhist-nu-thai",
            "hi-IN-u-nu-deva",
            "ja-JP-u-ca-japanese",
            "de-CH",
            "es-MX",
            "lt",
            "sv",
            "my-MM",
            "zh-TW");
    private static final List<String> ZONES =
            List.of("Pacific/Kiritimati", "America/Sao_Paulo", "Pacific/Marquesas", "Asia/Tehran");
    private static final int BY_DEFAULT = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static final int TRIED = Integer.getInteger("abasto.locales", BY_DEFAULT);

    @SuppressWarnings("NullAway.Init")
    private static TestLake here;

    @SuppressWarnings("NullAway.Init")
    private static SortedMap<String, String> expected;

    @BeforeAll
    static void runHere() {
        Path network = TRIED > BY_DEFAULT ? Path.of("..", "data-samples") : folder.resolve("network");
        if (TRIED <= BY_DEFAULT) {
            Generator.generate(GeneratorOptions.of(4, 6, 7, 5).withFaults(0.05), network);
        }
        here = TestLake.empty(network, folder.resolve("here"), 1).filled();
        expected = here.published();
        assertThat(expected.keySet()).anyMatch(name -> name.endsWith(".xlsx")).anyMatch(name -> name.endsWith(".html"));
    }

    @TestFactory
    Stream<DynamicTest> theBytesAreTheSame() {
        return IntStream.range(0, Math.min(TRIED, LOCALES.size()))
                .mapToObj(index -> DynamicTest.dynamicTest(
                        LOCALES.get(index) + " in " + zone(index), () -> run(LOCALES.get(index), zone(index))));
    }

    private static String zone(int index) {
        return ZONES.get(index % ZONES.size());
    }

    private static void run(String locale, String zone) throws IOException, InterruptedException {
        TestLake there = TestLake.empty(here.network(), folder.resolve(locale), 1);
        Locale meant = Locale.forLanguageTag(locale);
        LocaleProcess process = LocaleProcess.run(
                there.home(),
                List.of(
                        "-Duser.language=" + meant.getLanguage(),
                        "-Duser.country=" + meant.getCountry(),
                        "-Duser.extensions=" + locale.replaceFirst("^.*?-u-|^.*$", ""),
                        "-Duser.timezone=" + zone),
                Map.of(),
                "--config",
                there.configuration().toString(),
                "catch-up",
                "--from",
                here.first().toString(),
                "--until",
                here.last().toString());

        assertThat(process.exit()).as(process.said()).isZero();
        assertThat(there.published()).isEqualTo(expected);
    }
}
