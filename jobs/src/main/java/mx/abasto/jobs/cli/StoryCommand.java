package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.story.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands that tell one story have in common: a form, a language, a width, and the names of things. */
abstract class StoryCommand extends AbastoCommand {
    private static final int WIDTH_LEAST = 60;

    /** How a story is told. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "TEXT",
            description = "text or json. json has everything. Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--language",
            paramLabel = "es|en",
            defaultValue = "ES",
            description = "The language of the story. Default: es.")
    private Language language = Language.ES;

    @Option(
            names = "--width",
            paramLabel = "CHARS",
            description = "How wide lines may be. Default: $COLUMNS, else the terminal's width, else 80.")
    private @Nullable Integer width;

    @Override
    public final Integer call() {
        if (width != null && width < WIDTH_LEAST) {
            throw misuse("--width is " + width + "; it must be " + WIDTH_LEAST + " or more.");
        }
        Settings settings = settings();
        try (LakeReader reader = LakeReader.open(settings)) {
            if (reader.lake().nights().isEmpty()) {
                throw misuse(Listing.emptyLake(reader.lake()));
            }
            ReferenceNames.describeTo(reader.session(), settings).ifPresent(err()::println);
            sayWhatIsGone(reader.lake().prunedNights());
            tell(reader, settings);
        }
        return DONE;
    }

    private void sayWhatIsGone(List<LocalDate> pruned) {
        if (!pruned.isEmpty()) {
            err().println((pruned.size() == 1
                            ? "The rows of the night %2$s were pruned: what they said is not told here."
                            : "The rows of %1$,d nights, the last of them %2$s, were pruned: what they said is"
                                    + " not told here.")
                    .formatted(pruned.size(), pruned.get(pruned.size() - 1)));
        }
    }

    /** Reads and prints a lake that has nights. */
    abstract void tell(LakeReader reader, Settings settings);

    final Words words() {
        return new Words(language);
    }

    final Language language() {
        return language;
    }

    final int width() {
        return Math.max(WIDTH_LEAST, Terminal.width(width, spec()));
    }

    final boolean isJson() {
        return format == Format.JSON;
    }

    final void print(List<String> lines) {
        lines.forEach(out()::println);
        out().flush();
    }
}
