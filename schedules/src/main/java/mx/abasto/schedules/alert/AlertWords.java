package mx.abasto.schedules.alert;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.common.model.Language;

/** The sentences of alerts in one language: {@code alert/messages*.properties}, with places that are named. */
final class AlertWords {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    private final ResourceBundle messages;

    AlertWords(Language language) {
        this.messages = ResourceBundle.getBundle(
                "alert.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A sentence with its places filled in; what is not known is said so. */
    String text(String key, Map<String, String> values) {
        Matcher places = PLACE.matcher(messages.getString(key));
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            String value = values.getOrDefault(places.group(1), messages.getString("unknown"));
            places.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return places.appendTail(text).toString().strip();
    }

    boolean has(String key) {
        return messages.containsKey(key);
    }
}
