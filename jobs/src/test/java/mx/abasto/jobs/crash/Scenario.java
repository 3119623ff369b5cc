package mx.abasto.jobs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mx.abasto.jobs.crash.Order.Reply;
import mx.abasto.jobs.lake.Copies;
import mx.abasto.jobs.lake.TestLake;

/**
 * A command on a lake, and what comes of it if nothing goes wrong.
 *
 * @param start a copy of the lake's home before it
 * @param points all that it passes, in order
 * @param published what the lake holds after it
 * @param files what the home holds after it, but for the job repository's own files
 */
record Scenario(
        String name,
        TestLake lake,
        List<String> words,
        Path start,
        List<String> points,
        SortedMap<String, String> published,
        SortedSet<String> files) {

    /** What the command comes to in a process, on the lake as it is now. */
    static Scenario recorded(String name, TestLake lake, Path copies, CrashChild process, String... words)
            throws IOException, InterruptedException {
        Path start = copies.resolve(name);
        Copies.restore(lake.home(), start);
        Order order = new Order(lake.home().toString(), List.of(words), null);
        Reply undisturbed = process.carryOut(order).orElseThrow();
        if (undisturbed.exit() != 0) {
            throw new AssertionError(name + " ended with " + undisturbed.exit() + ": " + undisturbed.err());
        }
        return new Scenario(name, lake, List.of(words), start, undisturbed.points(), lake.published(), filesOf(lake));
    }

    /** A week that was made by a process that died at its very end is made once more, as {@code weekly} does. */
    private static boolean isMadeAgain(String name) {
        return name.contains("/revision=2");
    }

    /** Holds the lake and its home to be as they are when nothing goes wrong. */
    void requireAsUndisturbed() throws IOException {
        SortedMap<String, String> found = lake.published();
        found.keySet().removeIf(Scenario::isMadeAgain);
        assertThat(found).isEqualTo(published);
        SortedSet<String> left = filesOf(lake);
        left.removeIf(Scenario::isMadeAgain);
        assertThat(left).isEqualTo(files);
    }

    /** The same with some of its points. */
    Scenario only(Predicate<String> wanted) {
        return new Scenario(
                name, lake, words, start, points.stream().filter(wanted).toList(), published, files);
    }

    Order undisturbed() {
        return new Order(lake.home().toString(), words, null);
    }

    Order failing(Fault fault) {
        return new Order(lake.home().toString(), words, fault);
    }

    /** The names of all that lies in a lake's home. */
    static SortedSet<String> filesOf(TestLake lake) throws IOException {
        try (Stream<Path> files = Files.walk(lake.home())) {
            SortedSet<String> names = new TreeSet<>();
            files.map(file -> lake.home().relativize(file).toString())
                    .filter(name -> !name.startsWith("work/repository/"))
                    .forEach(names::add);
            return names;
        }
    }
}
