package mx.abasto.jobs.extract;

import java.util.Map;

/** Former codes of units (contract section 1): what {@code aliases.csv} knows is replaced before anything looks at it. */
public final class Aliases {

    public static final Aliases NONE = new Aliases(Map.of());

    private final Map<String, String> cluesByAlias;

    private Aliases(Map<String, String> cluesByAlias) {
        this.cluesByAlias = cluesByAlias;
    }

    public static Aliases of(Map<String, String> cluesByAlias) {
        return new Aliases(Map.copyOf(cluesByAlias));
    }

    /** The CLUES that the text is an alias of; otherwise the text itself. */
    public String resolved(String text) {
        return cluesByAlias.getOrDefault(text, text);
    }
}
