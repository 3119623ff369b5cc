package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextCutTest {
    private static final String PILL = "\uD83D\uDC8A";

    @Test
    void aTextIsCutBetweenCharacters() {
        assertThat(TextCut.first("abc", 3)).isEqualTo("abc");
        assertThat(TextCut.first("abc", 2)).isEqualTo("ab");
        assertThat(TextCut.first("abc", 0)).isEmpty();
        assertThat(TextCut.first("a" + PILL + "b", 3)).isEqualTo("a" + PILL);
        assertThat(TextCut.first("a" + PILL + "b", 2)).isEqualTo("a");
        assertThat(TextCut.first(PILL, 1)).isEmpty();
        assertThat(TextCut.last("abc", 2)).isEqualTo("bc");
        assertThat(TextCut.last("a" + PILL + "b", 3)).isEqualTo(PILL + "b");
        assertThat(TextCut.last("a" + PILL + "b", 2)).isEqualTo("b");
    }

    @Test
    void whatIsShortenedEndsWithAnEllipsisWithinItsBound() {
        assertThat(TextCut.shortened("abc", 3)).isEqualTo("abc");
        assertThat(TextCut.shortened("abcd", 3)).isEqualTo("ab…");
        assertThat(TextCut.shortened("a" + PILL + "bc", 3)).isEqualTo("a…");
        assertThat(TextCut.shortened("a" + PILL + "bc", 4)).isEqualTo("a" + PILL + "…");
    }
}
