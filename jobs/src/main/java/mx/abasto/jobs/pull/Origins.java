package mx.abasto.jobs.pull;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import mx.abasto.common.model.DatedAddress;
import mx.abasto.common.model.Source;

/** Which kind of origin an address is of. Connecting is left to the first call. */
final class Origins {
    private Origins() {}

    /** The origin of a source of files. The caller closes it. */
    static Origin of(Source source) {
        String scheme = String.valueOf(
                URI.create(DatedAddress.on(source.uri(), LocalDate.EPOCH)).getScheme());
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            default -> new HadoopOrigin();
        };
    }
}
