package mx.abasto.jobs.story;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.common.model.Language;
import org.jspecify.annotations.Nullable;

/** The sentences of stories in one language: {@code story/messages*.properties}. */
public final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final ResourceBundle messages;

    public Words(Language language) {
        this.messages = ResourceBundle.getBundle(
                "story.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A sentence with its places filled in. */
    public String text(String key, @Nullable Object... values) {
        Matcher places = PLACE.matcher(messages.getString(key));
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(text, Matcher.quoteReplacement(shown(values[Integer.parseInt(places.group(1))])));
        }
        return places.appendTail(text).toString();
    }

    /** A sentence that not every key has. */
    public Optional<String> ifThere(String key) {
        return messages.containsKey(key) ? Optional.of(messages.getString(key)) : Optional.empty();
    }

    /** So many of something: {@code key.one} for one, {@code key.many} else. */
    public String count(String key, long number) {
        return text(key + (Math.abs(number) == 1 ? ".one" : ".many"), number);
    }

    /** A day, or from one to another. */
    public String days(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null) {
            return "";
        }
        return first.equals(last) ? first.toString() : text("days", first, last);
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%,d", number.longValue()).replace('-', '−')
                : value.toString();
    }
}
