package mx.abasto.jobs.pull;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.Source;

/** What lies at a source for one night, as the names of its files say; nothing is read but the list of them. */
public final class OfferedFiles {
    private OfferedFiles() {}

    /**
     * The extracts that a source has for a night, control files left out.
     *
     * @throws IOException if the source does not give the list
     */
    public static List<ExtractFileName> of(Source source, LocalDate night) throws IOException {
        try (Sender sender = Senders.of(source, night, 0)) {
            return sender.offers().stream()
                    .flatMap(file -> file.names().stream())
                    .filter(name -> name.date().equals(night) && !name.isControl())
                    .toList();
        }
    }
}
