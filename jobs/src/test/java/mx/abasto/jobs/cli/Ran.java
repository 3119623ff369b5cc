package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** A command that was run in this process: its exit code and what it printed. */
record Ran(int exitCode, String out, String err) {

    static Ran abasto(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Abasto.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    /** The result's lines, of a command that has to have succeeded. */
    List<String> lines() {
        assertThat(this).extracting(Ran::exitCode, Ran::err).containsExactly(0, "");
        return out.lines().toList();
    }

    /** Holds the command to have refused with this code and these lines, and to have printed nothing else. */
    void refusedWith(int code, String... errLines) {
        assertThat(err.lines()).containsExactly(errLines);
        assertThat(out).isEmpty();
        assertThat(exitCode).isEqualTo(code);
    }

    static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }
}
