package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of a foreign file's name: {@code *} and {@code ?} as in a shell, {@code {who}} for a CLUES or label,
 * {@code {date}} or {@code {date:ddMMyyyy}} for the night that the file is for, {@code {seq}} for a number. Case does
 * not matter.
 */
public final class FilePattern {
    private static final Pattern PART = Pattern.compile("\\{([^{}:]*)(?::([^{}]+))?}|\\*|\\?");
    private static final Set<String> PLACES = Set.of("who", "date", "seq");

    private final String text;
    private final Pattern form;
    private final @Nullable NameDate date;

    private FilePattern(String text, Pattern form, @Nullable NameDate date) {
        this.text = text;
        this.form = form;
        this.date = date;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException in plain words, if it is none, or has a date of which no night can be told
     */
    public static FilePattern of(String text) {
        requireNonNull(text, "text is null");
        StringBuilder form = new StringBuilder();
        NameDate date = null;
        Set<String> places = new HashSet<>();
        Matcher parts = PART.matcher(text);
        int end = 0;
        while (parts.find()) {
            form.append(Pattern.quote(text.substring(end, parts.start())));
            end = parts.end();
            String place = parts.group(1);
            if (place == null) {
                form.append(parts.group().equals("*") ? ".*" : ".");
                continue;
            }
            requireOnce(text, place, parts.group(), places);
            if (place.equals("date")) {
                date = NameDate.of(text, parts.group(2));
                form.append("(?<date>.{").append(date.length()).append("})");
            } else {
                form.append(place.equals("who") ? "(?<who>[A-Za-z0-9-]+)" : "(?<seq>[0-9]{1,18})");
            }
        }
        form.append(Pattern.quote(text.substring(end)));
        return new FilePattern(
                text,
                Pattern.compile(form.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL),
                date);
    }

    private static void requireOnce(String text, String place, String written, Set<String> places) {
        if (!PLACES.contains(place)) {
            throw new IllegalArgumentException(
                    "the pattern '%s' has the place %s, which there is not; there are {who}, {seq} and {date:yyyyMMdd}"
                            .formatted(text, written));
        }
        if (!places.add(place)) {
            throw new IllegalArgumentException(
                    "the pattern '%s' has the place {%s} twice; leave one of them, and write * for the other"
                            .formatted(text, place));
        }
    }

    /** Whether names say which night they are for. */
    public boolean isDated() {
        return date != null;
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
        LocalDate night = date == null ? folderDate : date.parse(matcher.group("date"));
        if (night == null) {
            return Optional.empty();
        }
        String who = text.contains("{who}") ? matcher.group("who") : source;
        long seq = text.contains("{seq}") ? Long.parseLong(matcher.group("seq")) : 0;
        return Optional.of(new ExtractFileName(name, Optional.of(extract), who, night, seq));
    }

    /** Why a name that fits gives no date, in words that go on from its name; empty if it does not fit, or gives one. */
    Optional<String> undated(String name) {
        Matcher matcher = form.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (date == null) {
            return Optional.of("fits the pattern %s, which has no {date}: the folder says for which night the file is"
                    .formatted(text));
        }
        String stated = matcher.group("date");
        return date.parse(stated) != null
                ? Optional.empty()
                : Optional.of("fits the pattern %s, but '%s' is no date written as %s"
                        .formatted(text, stated, date.format()));
    }

    @Override
    public String toString() {
        return text;
    }
}
