package mx.abasto.jobs.cli;

import static java.util.Objects.requireNonNull;

import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.context.JobContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weekly --week W}. */
@Command(
        name = "weekly",
        sortOptions = false,
        description = {
            "Makes a week's key inventory and discrepancy report.",
            "Needs the week's seven nights, Monday to Sunday. Run again for the same week, it makes the next revision."
        },
        footer = {"", "Example:", "  abasto --config abasto.yml weekly --week 2025-W03"})
final class WeeklyCommand extends JobCommand {
    @Option(
            names = "--week",
            paramLabel = "W",
            required = true,
            converter = Arguments.Week.class,
            description = "The ISO week, as 2025-W03.")
    private @Nullable IsoWeek week;

    @Option(
            names = "--language",
            paramLabel = "es|en",
            description = "The language of the workbook and the page. Default: abasto.language, else es.")
    private @Nullable Language language;

    @Override
    Settings configured(Settings settings) {
        return language == null ? settings : settings.withLanguage(language);
    }

    @Override
    void work(JobContext jobs, LakeSummary summary) {
        IsoWeek asked = requireNonNull(week, "week is null");
        int revision = jobs.weeks().make(asked);
        out().println(summary.week(asked, revision));
    }
}
