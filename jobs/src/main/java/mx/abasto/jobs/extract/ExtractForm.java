package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Source;

/**
 * How a source's extracts are written.
 *
 * @param dialect of its CSV files
 * @param profile how its columns and cells become the contract's
 * @param isDatabase whether the rows came out of a database, whose dates and numbers are written in its own way
 * @param lookups the tables that the profile looks texts up in
 */
public record ExtractForm(CsvDialect dialect, Profile profile, boolean isDatabase, Lookups lookups) {

    /** The contract's own. */
    public static final ExtractForm CANONICAL =
            new ExtractForm(CsvDialect.CANONICAL, Profile.CANONICAL, false, Lookups.NONE);

    public ExtractForm {
        requireNonNull(dialect, "dialect is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(lookups, "lookups is null");
    }

    /** What a database gives lands as the contract's own CSV, whatever its profile says. */
    static ExtractForm of(Source source, Lookups lookups) {
        Profile profile = source.profile();
        CsvDialect dialect = source.isDatabase()
                ? CsvDialect.CANONICAL
                : new CsvDialect(profile.charset(), profile.delimiter(), profile.quote());
        return new ExtractForm(dialect, profile, source.isDatabase(), lookups);
    }
}
