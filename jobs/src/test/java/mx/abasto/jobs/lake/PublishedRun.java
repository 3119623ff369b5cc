package mx.abasto.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A published folder as any reader sees it: its run.json, read without the product, and the files that it lists. */
public record PublishedRun(Path folder, JsonNode runJson) {
    private static final JsonMapper JSON = new JsonMapper();

    /** A file that a run.json lists. */
    public record Output(Path file, String dataset, long bytes, String sha256, long rows) {}

    public static PublishedRun of(Path folder) {
        try {
            return new PublishedRun(folder, JSON.readTree(Files.readString(folder.resolve("run.json"))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The folders with a run.json, oldest first: nights, then weeks. */
    public static List<PublishedRun> all(Path lake) {
        List<PublishedRun> runs = new ArrayList<>();
        for (String part : new String[] {"nightly", "weekly"}) {
            Path folder = lake.resolve(part);
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.endsWith("run.json"))
                            .sorted()
                            .forEach(file -> runs.add(of(file.resolveSibling(""))));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
        return runs;
    }

    /** The datasets' files; not the documents that lie beside them. */
    public List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        for (JsonNode item : runJson.get("outputs")) {
            String path = item.get("path").asString();
            if (!path.contains("/")) {
                continue;
            }
            outputs.add(new Output(
                    folder.resolve(path),
                    path.substring(0, path.indexOf('/')),
                    item.get("bytes").asLong(),
                    item.get("sha256").asString(),
                    item.get("rows").asLong()));
        }
        return outputs;
    }

    /** A run.json's text without what depends on the clock. */
    static String withoutTheClock(String text) {
        ObjectNode tree = (ObjectNode) JSON.readTree(text);
        if (tree.remove("ran") == null) {
            throw new AssertionError("the run.json says nothing of when it ran: " + text);
        }
        return tree.toString();
    }
}
