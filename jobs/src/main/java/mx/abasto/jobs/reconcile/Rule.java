package mx.abasto.jobs.reconcile;

import com.fasterxml.jackson.annotation.JacksonInject;
import java.util.List;
import java.util.Map;
import mx.abasto.common.model.Template;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the catalogue (contract section 6): its {@code .yml}, with its {@code .sql} beside it.
 *
 * @param rule its code, such as {@code SHP-03}; the letters are its family
 * @param version raised whenever its SQL or its words change
 * @param weighsFindings whether its SQL gives a column {@code severity}, which takes the place of the rule's own where it
 *     is not NULL
 * @param countsPieces whether actual − expected is a number of pieces, which have a value
 * @param evidence where the rows that show a finding are looked for
 * @param suppresses rules that leave out what this one catches
 * @param explanation what it says of a finding, its places written as {@link Template} has them
 * @param explanationWithoutNumbers what it says of a finding without numbers, if it also has findings with them
 * @param meaning what it means that there is such a finding; {@code explain} says it, where a rule has it
 * @param next what to do about one; likewise
 * @param sql gives its candidates: clues, counterpart_clues, clave, lot, document_no, expected_quantity,
 *     actual_quantity, and severity where it weighs its findings
 */
public record Rule(
        String rule,
        int version,
        Kind kind,
        Severity severity,
        boolean weighsFindings,
        boolean countsPieces,
        Evidence evidence,
        List<String> suppresses,
        Words title,
        Words explanation,
        @Nullable Words explanationWithoutNumbers,
        @Nullable Words meaning,
        @Nullable Words next,
        List<Example> examples,
        @JacksonInject("sql") String sql) {

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
        /** The rows of that file that are lines older than the window. */
        OLD_LINES,
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
            required(es, "es");
            required(en, "en");
        }

        /** As a page shows them: each place as its name, and the words that agree with a number as for several. */
        public Words shown() {
            return new Words(Template.shown(es), Template.shown(en));
        }
    }

    /**
     * A case that the build runs.
     *
     * @param given rows by relation, each a map of columns; {@code night} is one map
     * @param expect the candidates, of which only the columns named are compared
     */
    public record Example(String name, Map<String, Object> given, List<Map<String, @Nullable Object>> expect) {
        public Example {
            required(name, "name, of an example");
            required(given, "given, of the example " + name);
            required(expect, "expect, of the example " + name);
            given.forEach((relation, rows) -> {
                if (!(rows instanceof Map<?, ?>
                        || rows instanceof List<?> list && list.stream().allMatch(row -> row instanceof Map<?, ?>))) {
                    throw new IllegalArgumentException(
                            "the rows of " + relation + ", of the example " + name + ", are no list of rows");
                }
            });
        }
    }

    public Rule {
        required(rule, "rule");
        required(kind, "kind");
        required(severity, "severity");
        required(evidence, "evidence");
        required(title, "title");
        required(explanation, "explanation");
        suppresses = List.copyOf(required(suppresses, "suppresses"));
        examples = List.copyOf(required(examples, "examples"));
        if (version < 1) {
            throw new IllegalArgumentException("its version is " + version + "; it must be 1 or more");
        }
    }

    /** What a file without the key leaves out is null, whatever its type says. */
    private static <T> T required(@Nullable T value, String key) {
        if (value == null) {
            throw new IllegalArgumentException("it has no key " + key);
        }
        return value;
    }

    public boolean isCondition() {
        return kind == Kind.CONDITION;
    }

    /** The letters of a rule's code. */
    static String family(String code) {
        return code.substring(0, code.indexOf('-'));
    }
}
