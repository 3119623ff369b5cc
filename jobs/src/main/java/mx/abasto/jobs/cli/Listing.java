package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.lake.Lake;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands that list rows have in common: a form, a limit, a width, and what they say of an empty lake. */
abstract class Listing extends AbastoCommand {
    private static final int ROWS_OF_A_TABLE = 50;
    private static final int WIDTH_LEAST = 40;

    /** How rows are printed. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "TABLE",
            description = "table, csv or json. The last two give every column. Default: table.")
    private Format format = Format.TABLE;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most N rows. Default: " + ROWS_OF_A_TABLE + " for a table, all for csv and json.")
    private @Nullable Long limit;

    @Option(
            names = "--width",
            paramLabel = "CHARS",
            description = "How wide a table may be. Default: $COLUMNS, else the terminal's width, else 80.")
    private @Nullable Integer width;

    @Override
    public final Integer call() {
        if (limit != null && limit < 1) {
            throw misuse("--limit is " + limit + "; it must be 1 or more.");
        }
        if (width != null && width < WIDTH_LEAST) {
            throw misuse("--width is " + width + "; it must be " + WIDTH_LEAST + " or more.");
        }
        checkUsage();
        try (LakeReader reader = LakeReader.open(settings())) {
            show(reader);
        }
        return DONE;
    }

    /** Refuses options that contradict each other. */
    void checkUsage() {}

    /** Reads and prints. */
    abstract void show(LakeReader reader);

    final boolean isTable() {
        return format == Format.TABLE;
    }

    final long rowsMax() {
        if (limit != null) {
            return limit;
        }
        return isTable() ? ROWS_OF_A_TABLE : Long.MAX_VALUE;
    }

    final RowOutput output(TextTable.Layout layout) {
        return switch (format) {
            case TABLE -> new TextTable(out(), Terminal.width(width, spec()), layout);
            case CSV -> new CsvOutput(out());
            case JSON -> new JsonOutput(out());
        };
    }

    /** What a table is of. csv and json are rows and nothing else. */
    final void title(String text) {
        if (isTable()) {
            Wrapped.lines(text, Terminal.width(width, spec())).forEach(out()::println);
            out().println();
        }
    }

    /** A sentence beside the rows: above or under a table, and where it cannot spoil csv and json. */
    final void remark(String sentence) {
        (isTable() ? out() : err()).println(sentence);
    }

    /**
     * What no row is: the filters that no row passes even alone, or that they only leave none together; in words that
     * stand behind a sentence that says that there is none.
     */
    static String unmatched(LakeReader reader, String script, Filters filters) {
        if (filters.isEmpty()) {
            return ".";
        }
        List<String> alone = filters.each().stream()
                .filter(each -> reader.count(script, each) == 0)
                .map(Filters::asked)
                .toList();
        if (!alone.isEmpty()) {
            return " that pass the filters: none has " + String.join(", none has ", alone) + ".";
        }
        return " that pass the filters: some pass each of them, none has " + filters.asked() + ".";
    }

    /** Prints a script's rows and how many more there are; a sentence instead of a table that would be empty. */
    final void print(LakeReader reader, String script, Filters filters, TextTable.Layout layout, String ifNone) {
        long rows = reader.count(script, filters);
        if (rows == 0) {
            remark(ifNone);
        }
        if (rows == 0 && isTable()) {
            return;
        }
        RowOutput output = output(layout);
        reader.read(script, filters, rowsMax(), output);
        output.end();
        if (rows > rowsMax()) {
            remark("… and %,d more. All of them: --limit %d".formatted(rows - rowsMax(), rows));
        }
    }

    /** The night that was asked for, the last published one if none was, of a lake that has nights. */
    final Lake.Published night(Lake lake, @Nullable LocalDate asked) {
        List<LocalDate> nights = lake.nights();
        LocalDate last = nights.get(nights.size() - 1);
        LocalDate night = asked == null ? last : asked;
        return lake.night(night).orElseThrow(() -> misuse(notPublished(night, nights.get(0), last)));
    }

    private static String notPublished(LocalDate night, LocalDate first, LocalDate last) {
        return "The night %s is not published; the lake holds %s.%s"
                .formatted(
                        night,
                        first.equals(last) ? "only " + first : "those from %s to %s".formatted(first, last),
                        night.isAfter(last) ? " Publish it: abasto catch-up --until " + night : "");
    }

    /** What to do about a lake without nights. */
    static String emptyLake(Lake lake) {
        return "The lake %s holds no night yet. Publish the first: abasto catch-up --from D0 --until D"
                .formatted(lake.place().address());
    }

    /** What to do about a lake without weeks. */
    static String noWeek(Lake lake) {
        List<LocalDate> nights = lake.nights();
        if (nights.isEmpty()) {
            return emptyLake(lake);
        }
        return ("No week is published yet: a week needs its seven nights, and the lake holds those from %s to %s."
                        + " Complete a week: abasto catch-up --until D")
                .formatted(nights.get(0), nights.get(nights.size() - 1));
    }
}
