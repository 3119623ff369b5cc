package mx.abasto.jobs.story;

import java.util.Map;
import java.util.TreeMap;
import mx.abasto.common.sql.Session;

/** The sites of the reference data by CLUES. */
final class Sites {
    private final Map<String, Site> byClues = new TreeMap<>();

    Sites(Session session) {
        for (Row row : Row.all(session, "site_names")) {
            byClues.put(
                    row.text("clues"),
                    new Site(
                            row.text("clues"),
                            row.textOrNull("name"),
                            row.textOrNull("kind"),
                            row.textOrNull("state")));
        }
    }

    Site site(String clues) {
        return byClues.getOrDefault(clues, new Site(clues, null, null, null));
    }
}
