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
        URI address = URI.create(DatedAddress.on(source.uri(), LocalDate.EPOCH));
        String scheme = address.getScheme() == null ? "file" : address.getScheme();
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "file" -> new LocalOrigin();
            case "sftp" -> new SftpOrigin(source, address);
            case "ftp" -> new FtpOrigin(source, address);
            case "http", "https" -> new HttpOrigin(source, address);
            default -> new HadoopOrigin(source);
        };
    }
}
