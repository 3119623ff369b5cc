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
        List<Example> examples,
        String sql) {

    /** A condition is listed every night it holds; an event on the night it happens. */
    public enum Kind {
        CONDITION,
        EVENT
    }

    /** Where the rows that show a finding are looked for. */
    public enum Evidence {
        FILE,
        EXTRACT,
        CELL,
        SHIPMENT
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
