package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mx.abasto.common.model.DatedAddress;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.FileNaming;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders of files: those of D − lookback-days to D, and in them the files whose names are the source's and whose date
 * is not after D. Others are left alone, half-uploaded ones by name ({@code *.part}, {@code *.tmp}) among them.
 */
final class FolderSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSender.class);

    private final Source source;
    private final LocalDate first;
    private final LocalDate night;
    private final Origin origin;
    private final FileNaming naming;
    private final Set<String> leftAlone = new HashSet<>();

    FolderSender(Source source, LocalDate night, int lookbackDays, Origin origin) {
        this.source = source;
        this.first = night.minusDays(lookbackDays);
        this.night = night;
        this.origin = origin;
        this.naming = FileNaming.of(source);
    }

    @Override
    public List<DeliveredFile> offers() throws IOException {
        List<DeliveredFile> files = new ArrayList<>();
        if (DatedAddress.isDated(source.uri())) {
            for (LocalDate day = first; !day.isAfter(night); day = day.plusDays(1)) {
                list(DatedAddress.on(source.uri(), day), day + "/", day, files);
            }
        } else {
            list(source.uri(), "", null, files);
        }
        return files;
    }

    private void list(String folder, String prefix, @Nullable LocalDate day, List<DeliveredFile> files)
            throws IOException {
        for (Origin.Offer offer : inFolder(URI.create(folder), day)) {
            List<ExtractFileName> names = naming.parse(offer.name(), day);
            List<ExtractFileName> wanted =
                    names.stream().filter(name -> isWanted(name.date(), day)).toList();
            if (names.isEmpty()) {
                leaveAlone(prefix + offer.name());
            } else if (!wanted.isEmpty()) {
                files.add(new DeliveredFile(
                        source.name(), prefix + offer.name(), folder, wanted, offer.bytes(), offer.modifiedAt()));
            }
        }
    }

    /** A folder that has a date is one of the lookback days; where it has none, the file's name must be for one. */
    private boolean isWanted(LocalDate date, @Nullable LocalDate folderDay) {
        return !date.isAfter(night) && (folderDay != null || !date.isBefore(first));
    }

    /** Folders are looked at more than once a night; it is said once. */
    private void leaveAlone(String path) {
        if (leftAlone.add(path)) {
            LOG.warn("{}: {} is left alone, its name is not that of an extract", source.name(), path);
        }
    }

    /** What lies there: what the server lists, or those of the source's names that it has. */
    private List<Origin.Offer> inFolder(URI folder, @Nullable LocalDate day) throws IOException {
        if (source.names().isEmpty()) {
            return origin.list(folder);
        }
        LocalDate from = day == null ? first : day;
        LocalDate to = day == null ? night : day;
        Set<String> names = new LinkedHashSet<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            for (String name : source.names()) {
                names.add(DatedAddress.on(name, date));
            }
        }
        return origin.find(folder, names);
    }

    @Override
    public InputStream open(DeliveredFile file) throws IOException {
        return origin.open(URI.create(file.folder()), file.name());
    }

    @Override
    public void close() throws IOException {
        origin.close();
    }
}
