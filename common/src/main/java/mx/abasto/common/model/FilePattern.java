package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of a foreign file's name: {@code *} and {@code ?} as in a shell, {@code {who}} for a CLUES or label,
 * {@code {date}} or {@code {date:ddMMyyyy}} for the night that the file is for, {@code {seq}} for a number. Case does
 * not matter.
 */
public final class FilePattern {
    private static final Pattern PART = Pattern.compile("\\{(who|seq|date)(?::([^}]+))?}|\\*|\\?");
    private static final String ISO = "yyyy-MM-dd";

    private final String text;
    private final Pattern form;
    private final @Nullable DateTimeFormatter dateFormat;

    private FilePattern(String text, Pattern form, @Nullable DateTimeFormatter dateFormat) {
        this.text = text;
        this.form = form;
        this.dateFormat = dateFormat;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException in plain words, if it is none
     */
    public static FilePattern of(String text) {
        requireNonNull(text, "text is null");
        StringBuilder form = new StringBuilder();
        DateTimeFormatter dateFormat = null;
        Matcher parts = PART.matcher(text);
        int end = 0;
        while (parts.find()) {
            form.append(Pattern.quote(text.substring(end, parts.start())));
            end = parts.end();
            String part = parts.group(1);
            if (part == null) {
                form.append(parts.group().equals("*") ? ".*" : ".");
            } else if (part.equals("date")) {
                String format = parts.group(2) == null ? ISO : parts.group(2);
                dateFormat = dateFormat(format);
                form.append("(?<date>.{").append(format.length()).append("})");
            } else {
                form.append(part.equals("who") ? "(?<who>[A-Za-z0-9-]+)" : "(?<seq>[0-9]{1,18})");
            }
        }
        form.append(Pattern.quote(text.substring(end)));
        return new FilePattern(
                text,
                Pattern.compile(form.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL),
                dateFormat);
    }

    private static DateTimeFormatter dateFormat(String format) {
        return DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Whether names say which night they are for. */
    public boolean isDated() {
        return dateFormat != null;
    }

    /**
     * What a name says.
     *
     * @param source the name of the source, which sent it if the name does not say who did
     * @param folderDate the date of the folder that it lies in; null if the folder has none
     * @return empty for a name that does not fit, or from which no date can be read
     */
    public Optional<ExtractFileName> parse(
            String name, Extract extract, String source, @Nullable LocalDate folderDate) {
        Matcher matcher = form.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        LocalDate date = dateFormat == null ? folderDate : date(matcher.group("date"), dateFormat);
        if (date == null) {
            return Optional.empty();
        }
        String who = text.contains("{who}") ? matcher.group("who") : source;
        long seq = text.contains("{seq}") ? Long.parseLong(matcher.group("seq")) : 0;
        return Optional.of(new ExtractFileName(name, Optional.of(extract), who, date, seq));
    }

    private static @Nullable LocalDate date(String digits, DateTimeFormatter format) {
        try {
            return LocalDate.parse(digits, format);
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
