package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;

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

    /**
     * The aliases of a reference folder; none where it has no {@code aliases.csv}.
     *
     * @throws AbastoException (UNUSABLE) if the file or a row of it cannot be used
     * @throws IOException if it cannot be fetched
     */
    public static Aliases in(Place reference) throws IOException {
        String file = ReferenceFile.ALIASES.fileName();
        if (!reference.exists(file)) {
            return NONE;
        }
        Map<String, String> cluesByAlias = new HashMap<>();
        ReferenceReader.read(
                ReferenceFile.ALIASES,
                reference.open(file),
                NONE,
                (rowNo, cells) ->
                        cluesByAlias.put(requireNonNull(cells[0], "alias"), requireNonNull(cells[1], "clues")));
        return of(cluesByAlias);
    }

    /** The aliases of a session that knows the dataset {@code aliases}. */
    static Aliases of(Session session) {
        Map<String, String> cluesByAlias = new HashMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery("select alias, clues from aliases")) {
            while (rows.next()) {
                cluesByAlias.put(rows.getString("alias"), rows.getString("clues"));
            }
            return of(cluesByAlias);
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot read the aliases: " + failure.getMessage(), failure);
        }
    }

    /** The CLUES that the text is an alias of; otherwise the text itself. */
    public String resolved(String text) {
        return cluesByAlias.getOrDefault(text, text);
    }
}
