package mx.abasto.jobs.story;

import org.jspecify.annotations.Nullable;

/** A site as the reference data name it today; nothing but its CLUES where they do not know it. */
public record Site(
        String clues,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String state) {

    /** Its name with its CLUES. */
    public String label() {
        return name == null ? clues : name + " (" + clues + ")";
    }
}
