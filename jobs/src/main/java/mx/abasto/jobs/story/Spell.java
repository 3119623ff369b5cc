package mx.abasto.jobs.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Nights on end that list a discrepancy with the same numbers.
 *
 * @param status of the first of them: NEW, REOPENED, RESOLVED or SUPERSEDED, or PERSISTING where the numbers changed
 */
public record Spell(
        LocalDate from,
        LocalDate until,
        String status,
        @Nullable Long expected,
        @Nullable Long actual) {

    /** A discrepancy's nights, oldest first, taken together. */
    static List<Spell> of(List<Told> nights) {
        List<Spell> spells = new ArrayList<>();
        for (Told night : nights) {
            Spell last = spells.isEmpty() ? null : spells.get(spells.size() - 1);
            if (last != null && night.status().equals("PERSISTING") && last.hasNumbersOf(night)) {
                spells.set(
                        spells.size() - 1,
                        new Spell(last.from, night.businessDate(), last.status, last.expected, last.actual));
            } else {
                spells.add(new Spell(
                        night.businessDate(),
                        night.businessDate(),
                        night.status(),
                        night.expectedQuantity(),
                        night.actualQuantity()));
            }
        }
        return List.copyOf(spells);
    }

    private boolean hasNumbersOf(Told night) {
        return Objects.equals(expected, night.expectedQuantity()) && Objects.equals(actual, night.actualQuantity());
    }
}
