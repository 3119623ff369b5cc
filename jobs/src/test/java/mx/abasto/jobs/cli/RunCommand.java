package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a command in this process, as a user would from a shell. */
public final class RunCommand {
    private RunCommand() {}

    /** How a command ended. */
    public record Result(List<String> words, int exit, String out, String err) {
        /** Itself, if the command did what it was asked. */
        public Result requireDone() {
            if (exit != 0) {
                throw new AssertionError("%s ended with exit code %d: %s".formatted(words, exit, err));
            }
            return this;
        }
    }

    /** Runs a command under a configuration. */
    public static Result with(Path configuration, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Stream.of("--config", configuration.toString()), Stream.of(words))
                .toArray(String[]::new);
        int exit = Abasto.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
        return new Result(List.of(words), exit, out.toString(), err.toString());
    }
}
