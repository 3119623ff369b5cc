package mx.abasto.jobs.benchmark;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to measure, and how often.
 *
 * @param runs of each figure
 * @param isQuick a state in place of the nation
 * @param like INEGI code of the state that states are like
 * @param likeIt how many states the larger of the two networks of states has
 * @param folder where results are kept; networks and lakes lie in it while they are needed
 * @param samples the project's data-samples
 * @param product the words of a command line that start the product
 */
record BenchmarkOptions(
        int runs, boolean isQuick, String like, int likeIt, Path folder, Path samples, List<String> product) {

    static final String USAGE = """
            Options: --quick           a small state in place of the nation, once: two minutes or so
                     --runs N          runs of each figure (default 3; 1 with --quick)
                     --like NN         the state that states are like (default 16; 03 with --quick)
                     --folder DIR      where results are kept (default target/benchmark)
                     --jar FILE        the product (default target/abasto.jar)
                     --compare A B     two results, side by side; measures nothing
            """;

    /** The JSON files to compare, if that is what is asked for. */
    static @Nullable List<Path> compared(List<String> words) {
        return words.size() == 3 && words.get(0).equals("--compare")
                ? List.of(Path.of(words.get(1)), Path.of(words.get(2)))
                : null;
    }

    /** @throws IllegalArgumentException if a word is not known or lacks its value */
    static BenchmarkOptions parsed(List<String> words) {
        boolean isQuick = words.contains("--quick");
        int runs = isQuick ? 1 : 3;
        String like = isQuick ? "03" : "16";
        Path folder = Path.of("target", "benchmark");
        Path jar = Path.of("target", "abasto.jar");
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--quick")) {
                continue;
            }
            if (!List.of("--runs", "--like", "--folder", "--jar").contains(word) || i + 1 == words.size()) {
                throw new IllegalArgumentException(word + " cannot be understood.\n" + USAGE);
            }
            String value = words.get(++i);
            switch (word) {
                case "--runs" -> runs = Integer.parseInt(value);
                case "--like" -> like = value;
                case "--folder" -> folder = Path.of(value);
                default -> jar = Path.of(value);
            }
        }
        List<String> product = List.of("-jar", jar.toAbsolutePath().toString());
        return new BenchmarkOptions(
                runs,
                isQuick,
                like,
                10,
                folder.toAbsolutePath(),
                Path.of("..", "data-samples").toAbsolutePath(),
                product);
    }
}
