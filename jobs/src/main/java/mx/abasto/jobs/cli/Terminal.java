package mx.abasto.jobs.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The terminal that a person looks at. */
final class Terminal {
    private static final int WIDTH_LEAST = 40;

    private Terminal() {}

    /** How wide lines may be: as asked for, else as COLUMNS says, else as wide as the terminal, else 80. */
    static int width(@Nullable Integer asked, CommandSpec spec) {
        if (asked != null) {
            return asked;
        }
        String columns = System.getenv("COLUMNS");
        if (columns != null && columns.matches("\\d{2,4}")) {
            return Math.max(WIDTH_LEAST, Integer.parseInt(columns));
        }
        // picocli asks the terminal once, and says 80 where there is none.
        return spec.usageMessage().width();
    }
}
