package mx.abasto.jobs.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SQL text as words, numbers, strings and symbols; comments and white space stand between them. */
final class SqlText {
    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n]*|'(?:[^']|'')*'|\"[^\"]*\"|[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?|<>|<=|>=|:=|\\|\\||//|\\S");
    private static final int SHOWN_CHARACTERS = 60;

    /** One of them: {@code depth} is how many parentheses are open around it. */
    record Token(String text, int start, int end, int depth) {}

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();

    SqlText(String sql) {
        this.sql = sql;
        int depth = 0;
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String text = matcher.group();
            if (text.startsWith("--")) {
                continue;
            }
            depth -= text.equals(")") ? 1 : 0;
            tokens.add(new Token(text, matcher.start(), matcher.end(), depth));
            depth += text.equals("(") ? 1 : 0;
        }
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** Whether the tokens from an index on are these words. */
    boolean reads(int index, String... words) {
        for (int offset = 0; offset < words.length; offset++) {
            if (index + offset < 0
                    || index + offset >= size()
                    || !token(index + offset).text().equals(words[offset])) {
                return false;
            }
        }
        return true;
    }

    boolean isOneOf(int index, Set<String> words) {
        return index >= 0 && index < size() && words.contains(token(index).text());
    }

    /** The parenthesis that closes the one at an index. */
    int closing(int open) {
        return next(open, Set.of(")"));
    }

    /** The next token at the depth of the one at an index that is one of these words, or closes that depth. */
    int next(int index, Set<String> words) {
        int depth = token(index).depth();
        for (int at = index + 1; at < size(); at++) {
            if (token(at).depth() < depth || (token(at).depth() == depth && isOneOf(at, words))) {
                return at;
            }
        }
        return size();
    }

    /** The items between two tokens, as their first tokens and, last, the token after them all. */
    List<Integer> starts(int first, int end, String separator) {
        List<Integer> starts = new ArrayList<>(List.of(first));
        int depth = token(first).depth();
        for (int at = first; at < end; at++) {
            if (token(at).depth() == depth && token(at).text().equals(separator)) {
                starts.add(at + 1);
            }
        }
        starts.add(end);
        return starts;
    }

    /** The text with its tokens from one to before another replaced. */
    SqlMutant replaced(int first, int end, String replacement) {
        return mutant(token(first).start(), token(end - 1).end(), replacement, "");
    }

    /** The text with words put before a token; {@code what} says around what. */
    SqlMutant prefixed(int first, int end, String prefix) {
        String whole = sql.substring(token(first).start(), token(end - 1).end());
        return mutant(token(first).start(), token(end - 1).end(), prefix + whole, "");
    }

    /** The text without its tokens from one to before another. */
    SqlMutant dropped(int first, int end) {
        return mutant(token(first).start(), token(end - 1).end(), "", "");
    }

    /** The text with two of its tokens in each other's place. */
    SqlMutant swapped(int left, int right) {
        String between = sql.substring(token(left).end(), token(right).start());
        return mutant(
                token(left).start(),
                token(right).end(),
                token(right).text() + between + token(left).text(),
                "%s, %s swapped".formatted(token(left).text(), token(right).text()));
    }

    private SqlMutant mutant(int start, int end, String replacement, String change) {
        String before = sql.substring(0, start);
        String shown = change.isEmpty()
                ? shown(sql.substring(start, end)) + " → " + (replacement.isEmpty() ? "nothing" : shown(replacement))
                : change;
        return new SqlMutant(
                1 + (int) before.chars().filter(character -> character == '\n').count(),
                start - before.lastIndexOf('\n'),
                shown,
                before + replacement + sql.substring(end));
    }

    private static String shown(String part) {
        String line = part.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
