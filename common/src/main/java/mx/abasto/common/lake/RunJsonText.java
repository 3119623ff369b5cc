package mx.abasto.common.lake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.common.files.Hashes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run.json's text. It ends with a {@code seal} in its {@code ran}, the SHA-256 of the whole text with an empty seal:
 * the next run's hash of it leaves the clock's part out, and nothing comes after the newest run. The seal shows damage;
 * what shows that someone wrote another run.json, seal and all, is the chain.
 */
final class RunJsonText {
    private static final String RAN = "ran";
    private static final String SEAL = "seal";
    private static final Pattern END = Pattern.compile("\"" + SEAL + "\" : \"([0-9a-f]*)\"\\s+}\\s+}\\s+\\z");

    private RunJsonText() {}

    /** A run.json's text with its seal, closed by a line feed. */
    static String sealed(String text) {
        ObjectNode tree = (ObjectNode) RunJson.JSON.readTree(text);
        JsonNode ran = tree.remove(RAN);
        tree.set(RAN, (ran instanceof ObjectNode clock ? clock : RunJson.JSON.createObjectNode()).put(SEAL, ""));
        String unsealed = RunJson.JSON.writeValueAsString(tree) + "\n";
        Matcher end = END.matcher(unsealed);
        if (!end.find()) {
            throw new IllegalStateException("a run.json does not end with its seal");
        }
        return unsealed.substring(0, end.start(1)) + Hashes.sha256(unsealed) + unsealed.substring(end.start(1));
    }

    /** What of a text shows that it is not as it was published, to follow its name; empty if nothing does. */
    static Optional<String> damage(String text) {
        Matcher end = END.matcher(text);
        if (!end.find()) {
            return Optional.of("is not a run.json: it does not end with its seal");
        }
        String unsealed = text.substring(0, end.start(1)) + text.substring(end.end(1));
        return end.group(1).equals(Hashes.sha256(unsealed))
                ? Optional.empty()
                : Optional.of("does not match its own seal");
    }

    /** A run.json's text without its {@code ran}: what is a function of the inputs, and what the next run hashes. */
    static String reproducible(String text) {
        ObjectNode tree = (ObjectNode) RunJson.JSON.readTree(text);
        tree.remove(RAN);
        return RunJson.JSON.writeValueAsString(tree);
    }
}
