package mx.abasto.jobs.reconcile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mx.abasto.common.model.AbastoException;

/** A folder with rules of one's own: a {@code CODE.sql} and a {@code CODE.yml} for each; other files are left alone. */
final class RuleFolder {
    private static final Pattern RULE_FILE = Pattern.compile("(.*)\\.(sql|yml)");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}-\\d{2}");

    private RuleFolder() {}

    /**
     * The folder's rules as texts, in the order of their codes.
     *
     * @throws AbastoException (UNUSABLE) if it cannot be read, or holds a file that is no rule's or lacks its other one
     */
    static List<RuleText> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw AbastoException.unusable(
                    "There is no folder %s, where rules of one's own should be. Correct abasto.rules.extra in abasto.yml."
                            .formatted(folder));
        }
        try {
            List<RuleText> rules = new ArrayList<>();
            for (String code : codes(folder)) {
                rules.add(new RuleText(
                        folder.toString(),
                        code,
                        text(folder.resolve(code + ".yml"), code + ".sql"),
                        text(folder.resolve(code + ".sql"), code + ".yml")));
            }
            return rules;
        } catch (IOException failure) {
            throw AbastoException.unusable(
                    "The rules in %s cannot be read: %s. Check that they may be.".formatted(folder, failure), failure);
        }
    }

    private static SortedSet<String> codes(Path folder) throws IOException {
        SortedSet<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher named = RULE_FILE.matcher(String.valueOf(file.getFileName()));
                if (named.matches()) {
                    if (!CODE.matcher(named.group(1)).matches()) {
                        throw AbastoException.unusable(
                                "The rule file %s is not named after a code such as MIO-01. Rename it."
                                        .formatted(file));
                    }
                    codes.add(named.group(1));
                }
            }
        }
        return codes;
    }

    private static String text(Path file, String other) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw AbastoException.unusable(
                    "There is no rule file %s beside %s. A rule is both; add the one or remove the other."
                            .formatted(file, other));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException failure) {
            throw AbastoException.unusable(
                    "The rule file %s is not UTF-8. Save it as UTF-8 and run the same command again.".formatted(file),
                    failure);
        }
    }
}
