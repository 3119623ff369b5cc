package mx.abasto.jobs.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be changed of an SQL text at one place: a bound, a number, a sign, a function, a text, a NULL. */
final class PointMutations {
    private static final Map<String, List<String>> IN_PLACE_OF = Map.of(
            "=", List.of("<>"),
            "<>", List.of("="),
            ">", List.of(">=", "<"),
            ">=", List.of(">", "<="),
            "<", List.of("<=", ">"),
            "<=", List.of("<", ">="),
            "+", List.of("-"),
            "-", List.of("+"),
            "true", List.of("false"),
            "false", List.of("true"));
    private static final Map<String, String> FUNCTIONS =
            Map.of("greatest", "least", "least", "greatest", "min", "max", "max", "min", "sum", "max", "abs", "");
    private static final Pattern REPEATED = Pattern.compile("\\{(\\d+)}");

    private final SqlText text;
    private final List<SqlMutant> mutants = new ArrayList<>();

    private PointMutations(SqlText text) {
        this.text = text;
    }

    static List<SqlMutant> of(SqlText text) {
        PointMutations mutations = new PointMutations(text);
        for (int at = 0; at < text.size(); at++) {
            mutations.at(at);
        }
        return mutations.mutants;
    }

    private void at(int at) {
        String token = text.token(at).text();
        for (String other : IN_PLACE_OF.getOrDefault(token, List.of())) {
            mutants.add(text.replaced(at, at + 1, other));
        }
        if (token.matches("\\d+") && !text.reads(at - 2, "decimal")) {
            mutants.add(text.replaced(at, at + 1, Long.toString(Long.parseLong(token) + 1)));
            mutants.add(text.replaced(at, at + 1, Long.toString(Long.parseLong(token) - 1)));
        } else if (token.startsWith("'")) {
            string(at, token);
        } else if (token.equals("null")) {
            nulls(at);
        } else if (token.equals("is")) {
            negated(at + 1, text.reads(at + 1, "not"));
        } else if (token.equals("in")) {
            mutants.add(text.replaced(at, at + 1, "not in"));
        } else if (text.reads(at + 1, "(")) {
            call(at, token);
        }
    }

    private void string(int at, String token) {
        if (text.reads(at - 1, "date")) {
            LocalDate day = LocalDate.parse(token.replace("'", ""));
            mutants.add(text.replaced(at, at + 1, "'" + day.minusDays(1) + "'"));
            return;
        }
        mutants.add(text.replaced(at, at + 1, token.substring(0, token.length() - 1) + "~'"));
        Matcher repeated = REPEATED.matcher(token);
        while (repeated.find()) {
            long times = Long.parseLong(repeated.group(1));
            for (long other : List.of(times - 1, times + 1)) {
                mutants.add(text.replaced(
                        at, at + 1, token.substring(0, repeated.start(1)) + other + token.substring(repeated.end(1))));
            }
        }
    }

    /** A column that says nothing says something. */
    private void nulls(int at) {
        if (text.reads(at - 2, "cast", "(", "null", "as", "varchar")) {
            mutants.add(text.replaced(at, at + 1, "'~'"));
        } else if (text.reads(at - 2, "cast", "(", "null", "as", "bigint")) {
            mutants.add(text.replaced(at, at + 1, "0"));
        }
    }

    private void negated(int at, boolean isNegated) {
        mutants.add(
                isNegated
                        ? text.dropped(at, at + 1)
                        : text.replaced(at, at + 1, "not " + text.token(at).text()));
    }

    private void call(int at, String function) {
        int close = text.closing(at + 1);
        if (FUNCTIONS.containsKey(function)) {
            mutants.add(text.replaced(at, at + 1, FUNCTIONS.getOrDefault(function, function)));
        }
        List<Integer> arguments = text.starts(at + 2, close, ",");
        switch (function) {
            case "coalesce" -> {
                mutants.add(text.dropped(arguments.get(1) - 1, close));
                mutants.add(text.dropped(arguments.get(0), arguments.get(1)));
            }
            case "count" -> {
                mutants.add(text.prefixed(at, at + 1, "1 + "));
                mutants.add(text.replaced(at + 2, close, "*"));
                mutants.add(text.prefixed(at + 2, close, "distinct "));
            }
            case "days_after" -> {
                if (!text.token(close - 1).text().matches("\\d+")) {
                    mutants.add(text.replaced(close, close + 1, " + 1)"));
                    mutants.add(text.replaced(close, close + 1, " - 1)"));
                }
            }
            default -> {}
        }
    }
}
