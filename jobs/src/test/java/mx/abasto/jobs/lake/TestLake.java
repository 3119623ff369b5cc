package mx.abasto.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mx.abasto.common.files.Hashes;
import mx.abasto.jobs.cli.RunCommand;

/**
 * A lake of a generated network, in a home folder of its own: {@code abasto.yml}, {@code lake}, {@code work}.
 *
 * @param network what {@code generate} wrote; may be shared with other lakes
 */
public record TestLake(Path network, Path home) {

    /** A lake that is still empty. */
    public static TestLake empty(Path network, Path home, int threads) {
        TestLake lake = new TestLake(network.toAbsolutePath(), home.toAbsolutePath());
        try {
            Files.createDirectories(lake.home());
            Files.writeString(lake.configuration(), """
                    abasto:
                      lake: "%s"
                      work: "%s"
                      reference: "%s"
                      memory: 512MB
                      threads: %d
                      sources:
                        - name: network
                          uri: "%s/{date}"
                          profile: canonical
                    """.formatted(
                            lake.lake(),
                            lake.work(),
                            lake.network().resolve("reference"),
                            threads,
                            lake.network().resolve("extracts")));
            return lake;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A lake of the same network that holds the nights of this one up to a last. */
    public TestLake upTo(LocalDate last, Path otherHome) {
        TestLake other = empty(network, otherHome, 2);
        try {
            for (LocalDate night = first(); !night.isAfter(last); night = night.plusDays(1)) {
                Copies.copy(night(night), other.night(night));
            }
            return other;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The network's opening night. */
    public LocalDate first() {
        return LocalDate.parse(nights(network.resolve("extracts")).first());
    }

    /** The network's last night. */
    public LocalDate last() {
        return LocalDate.parse(nights(network.resolve("extracts")).last());
    }

    private static SortedSet<String> nights(Path extracts) {
        try (Stream<Path> nights = Files.list(extracts)) {
            SortedSet<String> names = new TreeSet<>();
            nights.forEach(night -> names.add(night.getFileName().toString()));
            return names;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path configuration() {
        return home.resolve("abasto.yml");
    }

    public Path lake() {
        return home.resolve("lake");
    }

    public Path work() {
        return home.resolve("work");
    }

    public Path night(LocalDate night) {
        return lake().resolve("nightly/business_date=" + night);
    }

    /** Every night and week of the network. */
    public TestLake filled() {
        run("catch-up", "--from", first().toString(), "--until", last().toString())
                .requireDone();
        return this;
    }

    public RunCommand.Result run(String... words) {
        return RunCommand.with(configuration(), words);
    }

    /** What is published: the hash of every file by its name in the lake; of a run.json, without the clock's part. */
    public SortedMap<String, String> published() {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String part : new String[] {"nightly", "weekly"}) {
            Path folder = lake().resolve(part);
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile)
                            .forEach(file -> hashes.put(lake().relativize(file).toString(), hashOf(file)));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
        return hashes;
    }

    private static String hashOf(Path file) {
        try {
            return file.endsWith("run.json")
                    ? PublishedRun.withoutTheClock(Files.readString(file, StandardCharsets.UTF_8))
                    : Hashes.of(file).sha256();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
