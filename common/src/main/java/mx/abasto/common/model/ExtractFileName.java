package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a delivered file's name says (contract section 2): {@code {extract}_{who}_{yyyyMMdd}[_{seq}].csv[.gz]} or
 * {@code control_{who}_{yyyyMMdd}.csv}. An extract may also end in {@code .zip}, {@code .csv.zip} or {@code .parquet}.
 *
 * @param name the whole name, without folders
 * @param extract what the file holds; empty for a control file
 * @param who a CLUES or any label
 * @param seq 0 if the name has none
 */
public record ExtractFileName(String name, Optional<Extract> extract, String who, LocalDate date, long seq) {

    /** The order in which files of one night are taken: date in the name, seq, name. */
    public static final Comparator<ExtractFileName> TAKING_ORDER = Comparator.comparing(ExtractFileName::date)
            .thenComparingLong(ExtractFileName::seq)
            .thenComparing(ExtractFileName::name);

    private static final String CONTROL = "control";

    private static final Pattern FORM =
            Pattern.compile("(?<kind>[a-z]+)_(?<who>[A-Za-z0-9-]+)_(?<date>[0-9]{8})(_(?<seq>[0-9]{1,18}))?"
                    + "\\.(?<form>csv|csv\\.gz|csv\\.zip|zip|parquet)");

    private static final Pattern UNDATED_FORM =
            Pattern.compile("(?<kind>[a-z]+)_.*\\.(csv|csv\\.gz|csv\\.zip|zip|parquet)");

    public ExtractFileName {
        requireNonNull(name, "name is null");
        requireNonNull(extract, "extract is null");
        requireNonNull(who, "who is null");
        requireNonNull(date, "date is null");
    }

    /** What a name says; empty for a name that is none of the contract's. */
    public static Optional<ExtractFileName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Extract> extract = Extract.labelled(matcher.group("kind"));
        boolean isControl = matcher.group("kind").equals(CONTROL);
        String seq = matcher.group("seq");
        Optional<LocalDate> date = calendarDate(matcher.group("date"));
        boolean isKnown = isControl ? seq == null && matcher.group("form").equals("csv") : extract.isPresent();
        if (!isKnown || date.isEmpty()) {
            return Optional.empty();
        }
        long number = seq == null ? 0 : Long.parseLong(seq);
        return Optional.of(new ExtractFileName(name, extract, matcher.group("who"), date.get(), number));
    }

    /** The extract of a name that has the contract's form but for a date that is none. */
    static Optional<Extract> undated(String name) {
        Matcher matcher = UNDATED_FORM.matcher(name);
        return matcher.matches() && parse(name).isEmpty() ? Extract.labelled(matcher.group("kind")) : Optional.empty();
    }

    /** Whether this is what a sender says it sent, rather than an extract. */
    public boolean isControl() {
        return extract.isEmpty();
    }

    private static Optional<LocalDate> calendarDate(String digits) {
        try {
            LocalDate date = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
            return date.getYear() > 0 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
