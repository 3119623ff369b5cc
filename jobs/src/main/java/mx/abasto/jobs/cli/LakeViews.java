package mx.abasto.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.QueryEngine;

/**
 * A lake's datasets as views of a query engine: {@code nightly.*} over all published nights, {@code weekly.*} over the
 * last revision of each week, {@code revisions.*} over all of them. Every nightly view has a {@code business_date}; in
 * {@code counts} it is the date counted, and {@code taken_on} is the night.
 */
final class LakeViews {
    private static final String NIGHT = "cast(regexp_extract(filename, '.*business_date=([0-9-]{10})/', 1) as date)";
    private static final String BUSINESS_DATE = "business_date";

    private final Lake lake;
    private final Path links;
    private final String sql;

    /**
     * @param links a folder in which files that lie elsewhere get names that say of which night they are
     * @param sql the query; of a lake that is elsewhere only the datasets that it names are copied here
     */
    LakeViews(Lake lake, Path links, String sql) {
        this.lake = lake;
        this.links = links;
        this.sql = sql.toLowerCase(Locale.ROOT);
    }

    void define(QueryEngine engine) {
        for (Dataset dataset : NightlyDatasets.ALL) {
            engine.view("nightly", dataset, nightlyColumns(dataset), isNamed(dataset) ? nights(dataset) : List.of());
        }
        for (Dataset dataset : WeeklyDatasets.ALL) {
            List<Path> last = new ArrayList<>();
            List<Path> all = new ArrayList<>();
            if (isNamed(dataset)) {
                weeks(dataset, last, all);
            }
            engine.view("weekly", dataset, columns(dataset), last);
            engine.view("revisions", dataset, columns(dataset), all);
        }
        engine.lock("nightly", "weekly");
    }

    private boolean isNamed(Dataset dataset) {
        return lake.place().local("").isPresent() || sql.contains(dataset.name());
    }

    private List<Path> nights(Dataset dataset) {
        List<Path> files = new ArrayList<>();
        lake.byNight(dataset, lake.nights())
                .forEach((night, of) -> files.addAll(linked(Lake.nightFolder(night), dataset, of)));
        return files;
    }

    private void weeks(Dataset dataset, List<Path> last, List<Path> all) {
        for (IsoWeek week : lake.weeks()) {
            int revisions = lake.revisions(week);
            for (int revision = 1; revision <= revisions; revision++) {
                List<Path> files = lake.files(lake.week(week, revision).orElseThrow(), dataset);
                all.addAll(files);
                if (revision == revisions) {
                    last.addAll(files);
                }
            }
        }
    }

    private List<Path> linked(String folder, Dataset dataset, List<Path> files) {
        if (lake.place().local("").isPresent()) {
            return files;
        }
        try {
            Path parent = Files.createDirectories(links.resolve(folder).resolve(dataset.name()));
            List<Path> named = new ArrayList<>();
            for (Path file : files) {
                named.add(Files.createSymbolicLink(parent.resolve(named.size() + ".parquet"), file.toAbsolutePath()));
            }
            return named;
        } catch (IOException failure) {
            throw AbastoException.failed("Cannot write to the temporary folder: " + failure.getMessage(), failure);
        }
    }

    private static String nightlyColumns(Dataset dataset) {
        if (dataset.column(BUSINESS_DATE).isEmpty()) {
            return NIGHT + " as " + BUSINESS_DATE + ", " + columns(dataset);
        }
        return dataset.equals(NightlyDatasets.COUNTS)
                ? columns(dataset) + ", " + NIGHT + " as taken_on"
                : columns(dataset);
    }

    private static String columns(Dataset dataset) {
        return dataset.columns().stream()
                .map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
    }
}
