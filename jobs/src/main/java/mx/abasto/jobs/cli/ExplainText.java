package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mx.abasto.jobs.cli.ExplainCommand.Heading;
import mx.abasto.jobs.story.DiscrepancyStory;
import mx.abasto.jobs.story.EvidenceRow;
import mx.abasto.jobs.story.Site;
import mx.abasto.jobs.story.Spell;
import mx.abasto.jobs.story.Told;
import mx.abasto.jobs.story.Voice;
import mx.abasto.jobs.story.Words;
import org.jspecify.annotations.Nullable;

/** A discrepancy's story as a person reads it. */
final class ExplainText {
    private static final String INDENT = "  ";
    private static final int LABEL_CHARS = 17;

    private final Heading heading;
    private final DiscrepancyStory story;
    private final Told told;
    private final Words words;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    ExplainText(Heading heading, DiscrepancyStory story, Words words, int width) {
        this.heading = heading;
        this.story = story;
        this.told = story.told();
        this.words = words;
        this.width = width;
    }

    List<String> lines() {
        String title = heading.title() == null ? told.rule() : told.rule() + " " + heading.title();
        add("", words.text("explain.title", title, words.text("severity." + told.severity()), told.discrepancyId()));
        add("", standing());
        if (heading.meaning() != null) {
            section("explain.meaning");
            add(INDENT, heading.meaning());
        }
        section("explain.happened");
        add(INDENT, told.explanation());
        lines.add("");
        facts();
        voices();
        new BackgroundText(story, words).paragraphs().forEach(paragraph -> {
            section(paragraph.title());
            paragraph.sentences().forEach(sentence -> add(INDENT, sentence));
        });
        section("explain.life");
        story.life().forEach(spell -> add(INDENT, spell(spell)));
        section("explain.next");
        if (told.isResolved()) {
            add(INDENT, words.text("explain.next.resolved"));
        } else if (told.isSuperseded()) {
            add(INDENT, words.text("explain.next.superseded"));
        } else if (heading.next() != null) {
            add(INDENT, heading.next());
        }
        if (told.clave() != null && told.lot() != null) {
            add(INDENT, words.text("explain.next.trace"));
            lines.add(INDENT
                    + INDENT
                    + "abasto trace --clave %s --lot %s".formatted(told.clave(), shellWord(told.lot())));
        }
        return lines;
    }

    private static String shellWord(String text) {
        return text.matches("[A-Za-z0-9._/-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** How it stands: open, resolved, taken by another rule, or something that happened once. */
    private String standing() {
        LocalDate night = told.businessDate();
        if (told.isResolved()) {
            return words.text("explain.resolved", night, told.firstSeenOn());
        }
        if (told.isSuperseded()) {
            return words.text("explain.superseded", night, told.firstSeenOn());
        }
        if (!heading.isCondition()) {
            return words.text("explain.event", night);
        }
        return night.equals(story.lastNight())
                ? words.text("explain.open", told.firstSeenOn(), night)
                : words.text("explain.last_seen", told.firstSeenOn(), night);
    }

    private void facts() {
        fact("site", site(told.clues()));
        fact("counterpart", site(told.counterpartClues()));
        fact(
                "clave",
                told.clave() == null || story.description() == null
                        ? told.clave()
                        : told.clave() + " " + story.description());
        fact("lot", told.lot());
        fact("document", told.documentNo());
        fact("expected", number(told.expectedQuantity()));
        fact("actual", number(told.actualQuantity()));
        fact("difference", number(told.difference()));
        fact("value", told.valueAtRisk() == null ? null : "$" + Cells.readable(told.valueAtRisk()));
    }

    private void fact(String key, @Nullable String value) {
        if (value != null) {
            String label = INDENT + words.text("fact." + key);
            List<String> wrapped = Wrapped.lines(value, width - LABEL_CHARS - INDENT.length());
            for (int index = 0; index < wrapped.size(); index++) {
                String first = index == 0 ? label : "";
                lines.add(first + " ".repeat(LABEL_CHARS + INDENT.length() - first.length()) + wrapped.get(index));
            }
        }
    }

    private @Nullable String site(@Nullable String clues) {
        if (clues == null) {
            return null;
        }
        Site site = story.site(clues);
        return site.state() == null
                ? words.text("site.unknown", clues)
                : words.text(
                        "site.in",
                        site.label(),
                        words.ifThere("kind." + site.kind()).orElse(site.kind()),
                        words.ifThere("state." + site.state()).orElse(site.state()));
    }

    private void voices() {
        EvidenceText texts = new EvidenceText(story, words);
        int place = 0;
        for (Voice voice : story.voices()) {
            lines.add("");
            add("", words.text("voice." + voice.side(), name(voice)));
            for (EvidenceRow row : voice.rows()) {
                place++;
                String number = INDENT + place + ". ";
                List<String> wrapped = Wrapped.lines(texts.said(row), width - number.length());
                for (int index = 0; index < wrapped.size(); index++) {
                    lines.add((index == 0 ? number : " ".repeat(number.length())) + wrapped.get(index));
                }
                add(" ".repeat(number.length()), texts.place(row));
            }
        }
        if (story.voices().isEmpty()) {
            lines.add("");
            add("", words.text("voice.none"));
        }
        if (told.evidenceRows() > story.rowsTold()) {
            add(INDENT, words.text("voice.more", told.evidenceRows() - story.rowsTold(), told.evidenceRows()));
        }
    }

    private String name(Voice voice) {
        return voice.speaker() == null
                ? words.text("voice.nobody")
                : story.site(Objects.requireNonNull(voice.speaker())).label();
    }

    private String spell(Spell spell) {
        String numbers = spell.expected() == null && spell.actual() == null
                ? ""
                : words.text("spell.numbers", spell.expected(), spell.actual());
        return words.text(
                "spell",
                spell.from(),
                words.text("spell." + spell.status()),
                numbers,
                spell.from().equals(spell.until()) ? "" : words.text("spell.until", spell.until()));
    }

    private static @Nullable String number(@Nullable Long value) {
        return value == null ? null : Cells.readable(value).replace('-', '−');
    }

    private void section(String key) {
        lines.add("");
        lines.add(words.text(key));
    }

    private void add(String indent, String text) {
        Wrapped.lines(text, width - indent.length()).forEach(line -> lines.add(indent + line));
    }
}
