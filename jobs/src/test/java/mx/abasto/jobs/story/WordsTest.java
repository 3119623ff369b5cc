package mx.abasto.jobs.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mx.abasto.common.model.AdjustmentReason;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.QuarantineReason;
import mx.abasto.common.model.SiteKind;
import mx.abasto.jobs.reconcile.RuleCatalogue;
import org.junit.jupiter.api.Test;

/** Both languages say all of it. */
class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private static Properties bundle(String name) throws IOException {
        Properties messages = new Properties();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("/story/" + name)),
                StandardCharsets.UTF_8)) {
            messages.load(text);
        }
        return messages;
    }

    @Test
    void spanishSaysWhatEnglishSaysWithTheSamePlaces() throws IOException {
        Properties english = bundle("messages.properties");
        Properties spanish = bundle("messages_es.properties");
        // The names of states are those of the country, in both.
        SortedSet<String> keys = new TreeSet<>(english.stringPropertyNames());
        keys.removeIf(key -> key.startsWith("state."));
        assertThat(keys).isEqualTo(new TreeSet<>(spanish.stringPropertyNames()));
        for (String key : keys) {
            assertThat(places(spanish.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static SortedSet<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRuleIsExplainedAndEveryWordOfTheContractIsNamed() {
        for (Language language : Language.values()) {
            Words words = new Words(language);
            RuleCatalogue.ours().rules().forEach(rule -> {
                assertThat(rule.meaning()).as(rule.rule()).isNotNull();
                assertThat(rule.next()).as(rule.rule()).isNotNull();
                assertThat(words.ifThere("severity." + rule.severity())).isPresent();
            });
            Arrays.stream(AdjustmentReason.values()).forEach(each -> assertThat(words.ifThere("reason." + each))
                    .as(each.name())
                    .isPresent());
            Arrays.stream(QuarantineReason.values()).forEach(each -> assertThat(words.ifThere("quarantine." + each))
                    .as(each.name())
                    .isPresent());
            Arrays.stream(SiteKind.values()).forEach(each -> assertThat(words.ifThere("kind." + each))
                    .as(each.name())
                    .isPresent());
            Arrays.stream(Extract.values()).forEach(each -> assertThat(words.ifThere("line." + each.label()))
                    .as(each.label())
                    .isPresent());
        }
    }

    @Test
    void placesAreFilledInAndNumbersHaveTheirThousands() {
        Words words = new Words(Language.EN);
        assertThat(words.count("pieces", 1)).isEqualTo("1 piece");
        assertThat(words.count("pieces", -12_345)).isEqualTo("−12,345 pieces");
        assertThat(words.text("place.row", "receipts_$1.csv", 7L)).isEqualTo("receipts_$1.csv, row 7");
        assertThat(new Words(Language.ES).count("pieces", 2)).isEqualTo("2 piezas");
    }
}
