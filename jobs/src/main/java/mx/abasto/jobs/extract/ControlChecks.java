package mx.abasto.jobs.extract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;

/**
 * Holds what senders say they sent against what was read (contract section 2, files). Writes {@code file_totals} and
 * {@code control_checks}. A control file may come nights after the file that it speaks of; one that comes before it has
 * found nothing, and is not looked at again.
 */
final class ControlChecks {
    private static final String OF_EARLIER_NIGHTS = """
            select count(*)
            from control_rows
            inner join landed_all on landed_all.taken = control_rows.taken
            left join landed
                on landed.name = control_rows.file and landed.source = landed_all.source
            where landed.taken is null
            """;

    private ControlChecks() {}

    static void write(Session session, NightRun run, Path output) {
        session.write(AcceptStep.class, NightlyDatasets.FILE_TOTALS, output);
        earlierNights(session, run);
        session.write(AcceptStep.class, WorkDatasets.CONTROL_CHECKS, output);
    }

    /** The window's files and their totals, if any control row needs them: they are many files to open. */
    private static void earlierNights(Session session, NightRun run) {
        Function<Dataset, SortedMap<LocalDate, List<Path>>> window =
                session.number("control_rows", OF_EARLIER_NIGHTS) > 0
                        ? run::windowByNight
                        : dataset -> Collections.emptySortedMap();
        session.datedView("earlier_files", NightlyDatasets.FILES, window.apply(NightlyDatasets.FILES));
        session.datedView(
                "earlier_file_totals", NightlyDatasets.FILE_TOTALS, window.apply(NightlyDatasets.FILE_TOTALS));
    }
}
