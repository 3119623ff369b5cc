package mx.abasto.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.LakeVerifier;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.Verification;

/** A lake that tests change by hand, and verify. */
record VerifiedLake(TestLake lake) {

    /** A copy of a lake, without its work folder. */
    static VerifiedLake copyOf(TestLake lake, Path home) {
        TestLake copy = TestLake.empty(lake.network(), home, 2);
        try {
            Copies.copy(lake.lake(), copy.lake());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new VerifiedLake(copy);
    }

    Verification verify() {
        return verify(Map.of());
    }

    Verification verify(Map<String, String> record) {
        return new LakeVerifier(HadoopPlace.at(lake.lake().toUri()), lake.home().resolve("scratch"))
                .verify(record, (folder, number, folders) -> {});
    }

    /** Every file of its nights and weeks, sorted. */
    List<Path> files() {
        try (Stream<Path> nights = Files.walk(lake.lake().resolve("nightly"));
                Stream<Path> weeks = Files.walk(lake.lake().resolve("weekly"))) {
            return Stream.concat(nights, weeks)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file's name in the lake. */
    String name(Path file) {
        return lake.lake().relativize(file).toString();
    }

    Path at(String name) {
        return lake.lake().resolve(name);
    }

    /** Rewrites a run.json as the product would, seal and all. */
    void rewrite(String folder, UnaryOperator<RunJson> change) throws IOException {
        Path file = at(folder).resolve("run.json");
        Files.writeString(
                file, change.apply(RunJson.parse(Files.readString(file))).toJson());
    }

    /** Replaces a dataset's file, and what run.json says of it. */
    void replace(String folder, String path, byte[] bytes, long rows) throws IOException {
        Path file = at(folder).resolve(path);
        Files.write(file, bytes);
        Hashes.Content content = Hashes.of(file);
        rewrite(
                folder,
                run -> withOutputs(
                        run,
                        run.outputs().stream()
                                .map(item -> item.path().equals(path)
                                        ? new RunJson.Item(path, content.bytes(), content.sha256(), rows)
                                        : item)
                                .toList()));
    }

    static RunJson withOutputs(RunJson run, List<RunJson.Item> outputs) {
        return new RunJson(
                run.runId(),
                run.kind(),
                run.businessDate(),
                run.week(),
                run.revision(),
                run.codeVersion(),
                run.ruleVersions(),
                run.conditionRules(),
                run.inputs(),
                outputs,
                run.proof(),
                run.previousSha256(),
                run.ran());
    }
}
