package mx.abasto.jobs.pull;

import java.time.LocalDate;
import mx.abasto.common.model.Source;

/** How a source is asked: its files fetched, or its queries run. */
final class Senders {
    private Senders() {}

    /** The sender of a source for a night. Connecting is left to the first call. The caller closes it. */
    static Sender of(Source source, LocalDate night, int lookbackDays) {
        return source.isDatabase()
                ? new QuerySender(source, night, lookbackDays)
                : new FolderSender(source, night, lookbackDays, Origins.of(source));
    }
}
