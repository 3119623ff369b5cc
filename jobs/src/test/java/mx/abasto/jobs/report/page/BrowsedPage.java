package mx.abasto.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page as Chromium shows it at a width, and what came of using it: what {@code page.mjs} saw. */
record BrowsedPage(JsonNode seen) {
    private static final Path SCRIPTS = Path.of("src", "test", "js").toAbsolutePath();
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Opens the page and uses it. */
    static BrowsedPage opened(Path page, int width) {
        assertThat(CHROMIUM).as("the browser of Debian's package chromium").isExecutable();
        assertThat(SCRIPTS.resolve("node_modules"))
                .as("the browser's driver is installed; if not, run npm ci in " + SCRIPTS)
                .isDirectory();
        try {
            Path seen = Files.createTempFile("page", ".json");
            Path said = Files.createTempFile("page", ".txt");
            Process node = new ProcessBuilder(
                            "node", "page.mjs", page.toString(), Integer.toString(width), seen.toString())
                    .directory(SCRIPTS.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int exit = node.waitFor();
            assertThat(exit).as(() -> "node said: " + text(said)).isZero();
            BrowsedPage browsed = new BrowsedPage(new JsonMapper().readTree(text(seen)));
            Files.delete(seen);
            Files.delete(said);
            return browsed;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new AssertionError("stopped while the browser ran", stopped);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String text(String key) {
        return seen.get(key).asString();
    }

    int number(String key) {
        return seen.get(key).asInt();
    }

    List<String> texts(String key) {
        return strings(seen.get(key));
    }

    /** A card's figure. */
    String figure(String measure) {
        return seen.get("cards").get("card-" + measure).get("value").asString();
    }

    /** The named figures, by their labels. */
    String fact(String label) {
        return seen.get("facts").get(label).asString();
    }

    /** The cells of a small table or of bars. */
    List<List<String>> small(String id) {
        return rows(seen.get("small").get(id));
    }

    /** The lists that have rows, by id. */
    Map<String, JsonNode> lists() {
        Map<String, JsonNode> lists = new LinkedHashMap<>();
        seen.get("lists").properties().forEach(list -> lists.put(list.getKey(), list.getValue()));
        return lists;
    }

    /** Every row of a list in the order of the page; a cell's second line stands after a line break. */
    List<List<String>> rows(String list) {
        return rows(seen.get("lists").get(list).get("rows"));
    }

    static List<List<String>> rows(JsonNode rows) {
        List<List<String>> all = new ArrayList<>();
        rows.forEach(row -> all.add(strings(row)));
        return all;
    }

    static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
