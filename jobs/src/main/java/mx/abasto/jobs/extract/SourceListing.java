package mx.abasto.jobs.extract;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Settings.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a source offers for a night: the folders of D − lookback-days to D, and in them the files whose names are the
 * contract's and whose date is not after D. A source that cannot be reached offers nothing; its extracts are missing.
 */
final class SourceListing {
    private static final Logger LOG = LoggerFactory.getLogger(SourceListing.class);
    private static final String DATE_PLACE = "{date}";

    private final Settings settings;
    private final LocalDate night;

    SourceListing(Settings settings, LocalDate night) {
        this.settings = settings;
        this.night = night;
    }

    List<DeliveredFile> of(Source source) {
        List<DeliveredFile> files = new ArrayList<>();
        try {
            if (source.uri().contains(DATE_PLACE)) {
                LocalDate first = night.minusDays(settings.lookbackDays());
                for (LocalDate day = first; !day.isAfter(night); day = day.plusDays(1)) {
                    String address = source.uri().replace(DATE_PLACE, day.toString());
                    list(source, HadoopPlace.at(URI.create(address)), day + "/", files);
                }
            } else {
                list(source, HadoopPlace.at(URI.create(source.uri())), "", files);
                files.removeIf(file -> file.name().date().isBefore(night.minusDays(settings.lookbackDays())));
            }
            return files;
        } catch (IOException | AbastoException failure) {
            LOG.warn(
                    "The source {} cannot be reached, so its extracts count as missing tonight: {}",
                    source.name(),
                    failure.getMessage());
            return List.of();
        }
    }

    private void list(Source source, Place place, String prefix, List<DeliveredFile> files) throws IOException {
        for (Place.Entry entry : place.list("")) {
            if (entry.isFolder()) {
                continue;
            }
            Optional<ExtractFileName> name = ExtractFileName.parse(entry.name());
            if (name.isEmpty()) {
                LOG.warn("{}: {} is left alone, its name is not that of an extract", source.name(), entry.name());
            } else if (!name.get().date().isAfter(night)) {
                files.add(new DeliveredFile(source.name(), prefix + entry.name(), place, name.get(), entry.bytes()));
            }
        }
    }
}
