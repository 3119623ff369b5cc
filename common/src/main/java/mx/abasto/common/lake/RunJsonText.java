package mx.abasto.common.lake;

import java.util.Optional;
import mx.abasto.common.files.Hashes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run.json's text. Its {@code ran} ends with a {@code seal}, the SHA-256 of all the rest: the next run's hash of it
 * leaves the clock's part out, and nothing comes after the newest run. The seal shows damage; what shows that someone
 * wrote another run.json, seal and all, is the chain.
 */
final class RunJsonText {
    private static final String RAN = "ran";
    private static final String SEAL = "seal";

    private RunJsonText() {}

    /** A run.json's text with its seal. */
    static String sealed(String text) {
        ObjectNode tree = (ObjectNode) RunJson.JSON.readTree(text);
        JsonNode ran = tree.get(RAN);
        (ran instanceof ObjectNode clock ? clock : tree.putObject(RAN)).put(SEAL, Hashes.sha256(written(tree)));
        return written(tree);
    }

    /** What of a text shows that it is not as it was published; empty if nothing does. */
    static Optional<String> damage(String text) {
        try {
            JsonNode tree = RunJson.JSON.readTree(text);
            if (!(tree.get(RAN) instanceof ObjectNode ran) || !written(tree).equals(text)) {
                return Optional.of("is not written as it was published");
            }
            JsonNode seal = ran.remove(SEAL);
            return seal != null && seal.isString() && seal.asString().equals(Hashes.sha256(written(tree)))
                    ? Optional.empty()
                    : Optional.of("does not match its own seal");
        } catch (JacksonException unreadable) {
            return Optional.of("is not a run.json: " + unreadable.getOriginalMessage());
        }
    }

    /** A run.json's text without its {@code ran}: what is a function of the inputs, and what the next run hashes. */
    static String reproducible(String text) {
        ObjectNode tree = (ObjectNode) RunJson.JSON.readTree(text);
        tree.remove(RAN);
        return RunJson.JSON.writeValueAsString(tree);
    }

    private static String written(@Nullable JsonNode tree) {
        return RunJson.JSON.writeValueAsString(tree) + "\n";
    }
}
