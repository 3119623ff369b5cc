package mx.abasto.jobs.story;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Template;
import org.jspecify.annotations.Nullable;

/** The sentences of stories in one language: {@code story/messages*.properties}. */
public final class Words {
    private final ResourceBundle messages;

    public Words(Language language) {
        this.messages = ResourceBundle.getBundle(
                "story.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A sentence with its places filled in. */
    public String text(String key, @Nullable Object... values) {
        return Template.filled(messages.getString(key), place -> shown(values[Integer.parseInt(place)]));
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
