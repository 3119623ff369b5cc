package mx.abasto.jobs.oracle;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract file name: {@code {extract}_{who}_{yyyyMMdd}[_{seq}].csv[.gz]}, or a control file's.
 *
 * @param seq AMBIGUOUS: a name without seq counts as 0, before _1. Alternative: as 1
 */
record FileName(String name, String extract, String who, LocalDate date, BigInteger seq) {

    private static final String CONTROL = "control";
    private static final Pattern PATTERN =
            Pattern.compile("([a-z]+)_([A-Za-z0-9-]+)_(\\d{8})(?:_(\\d+))?\\.csv(\\.gz)?");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Empty for a name that is not the contract's: such a file is not an extract and is ignored. */
    static Optional<FileName> parse(String name) {
        Matcher matcher = PATTERN.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String extract = matcher.group(1);
        boolean isControl = extract.equals(CONTROL);
        if (!isControl && !Shape.BY_EXTRACT.containsKey(extract)) {
            return Optional.empty();
        }
        if (isControl && (matcher.group(4) != null || matcher.group(5) != null)) {
            return Optional.empty();
        }
        String seq = matcher.group(4);
        return of(name, extract, matcher.group(2), matcher.group(3), seq == null ? "" : seq);
    }

    static Optional<FileName> of(String name, String extract, String who, String day, String seq) {
        BigInteger number = seq.isEmpty() ? BigInteger.ZERO : new BigInteger(seq);
        try {
            return Optional.of(new FileName(name, extract, who, LocalDate.parse(day, DATE), number));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isControl() {
        return extract.equals(CONTROL);
    }

    boolean isGzip() {
        return name.endsWith(".gz");
    }
}
