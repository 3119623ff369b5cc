package mx.abasto.jobs.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the catalogue (contract section 6): its {@code .yml}, with its {@code .sql} beside it.
 *
 * @param rule its code, such as {@code SHP-03}; the letters are its family
 * @param version raised whenever its SQL or its words change
 * @param countsPieces whether actual − expected is a number of pieces, which have a value
 * @param evidence where the rows that show a finding are looked for
 * @param suppresses rules that leave out what this one catches
 * @param explanation what it says of a finding
 * @param explanationWithoutNumbers what it says of a finding without numbers, if it also has findings with them
 * @param sql gives its candidates: clues, counterpart_clues, clave, lot, document_no, expected_quantity,
 *     actual_quantity
 */
public record Rule(
        String rule,
        int version,
        Kind kind,
        Severity severity,
        boolean countsPieces,
        Evidence evidence,
        List<String> suppresses,
        Words title,
        Words explanation,
        @Nullable Words explanationWithoutNumbers,
        List<Example> examples,
        String sql) {

    /** A condition is listed every night it holds; an event on the night it happens. */
    public enum Kind {
        CONDITION,
        EVENT
    }

    /** Where the rows that show a finding are looked for. */
    public enum Evidence {
        /** The file that is the document, as a whole. */
        FILE,
        /** The rows of that file that are in quarantine. */
        QUARANTINE,
        /** What control files say of that file, and the file. */
        CONTROL,
        /** The file of the extract that is the document. */
        EXTRACT,
        /** The counts and lines of a clues × clave × lot. */
        CELL,
        /** Tonight's counts and lines that name a clues and clave. */
        KEY,
        /** Tonight's counts and lines that name a clues. */
        SITE,
        /** Both sides' lines of a shipment. */
        SHIPMENT,
        /** The receipts of a shipment at a site, and the lines that sent it to another. */
        STRAY,
        /** The fills of a prescription, of one cell if the finding names one. */
        PRESCRIPTION,
        /** The lines of an order, and its receipts. */
        ORDER,
        /** Tonight's counts of a clave × lot, and all its lines. */
        LOT,
        /** What names an expiry of a clave × lot, each expiry in turn. */
        EXPIRY,
        /** The week's adjustments that took stock off a site's book. */
        WRITE_OFFS,
        /** Nothing that was delivered. */
        NONE
    }

    /** A text in both languages. */
    public record Words(String es, String en) {
        public Words {
            requireNonNull(es, "es is null");
            requireNonNull(en, "en is null");
        }
    }

    /**
     * A case that the build runs.
     *
     * @param given rows by relation, each a map of columns; {@code night} is one map
     * @param expect the candidates, of which only the columns named are compared
     */
    public record Example(String name, Map<String, Object> given, List<Map<String, @Nullable Object>> expect) {}

    public Rule {
        suppresses = List.copyOf(suppresses);
        examples = List.copyOf(examples);
        if (version < 1) {
            throw new IllegalArgumentException("version is " + version + "; it must be 1 or more");
        }
    }

    public boolean isCondition() {
        return kind == Kind.CONDITION;
    }

    /** The code's letters. */
    public String family() {
        return rule.substring(0, rule.indexOf('-'));
    }
}
