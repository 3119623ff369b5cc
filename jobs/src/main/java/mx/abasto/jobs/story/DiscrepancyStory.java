package mx.abasto.jobs.story;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One discrepancy's story (contract section 4, explain).
 *
 * @param told as the last night lists it that does
 * @param lastNight the last that is published
 * @param sites that the story names, by CLUES
 * @param life its nights
 * @param voices what each side says, in at most 20 rows
 */
public record DiscrepancyStory(
        Told told,
        LocalDate lastNight,
        @Nullable String description,
        @Nullable String unit,
        SortedMap<String, Site> sites,
        List<Spell> life,
        List<Voice> voices,
        Background background) {

    public DiscrepancyStory {
        life = List.copyOf(life);
        voices = List.copyOf(voices);
    }

    /** A site that the story names, by its CLUES. */
    public Site site(String clues) {
        return requireNonNull(sites.get(clues), clues);
    }

    /** How many evidence rows are told. */
    public long rowsTold() {
        return voices.stream().mapToLong(voice -> voice.rows().size()).reduce(0, Math::addExact);
    }
}
