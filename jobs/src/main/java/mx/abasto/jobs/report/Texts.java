package mx.abasto.jobs.report;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.common.model.Language;
import org.jspecify.annotations.Nullable;

/** What the workbook says in one language: {@code report/workbook*.properties}. */
final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final ResourceBundle messages;
    private final Language language;

    Texts(Language language) {
        this.language = language;
        this.messages = ResourceBundle.getBundle(
                "report.workbook",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A text with its places filled in. */
    String text(String key, @Nullable Object... values) {
        Matcher places = PLACE.matcher(messages.getString(key));
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(text, Matcher.quoteReplacement(shown(values[Integer.parseInt(places.group(1))])));
        }
        return places.appendTail(text).toString();
    }

    boolean has(String key) {
        return messages.containsKey(key);
    }

    /** So many of something: {@code key.one} for one, {@code key.many} else. */
    String count(String key, long number, @Nullable Object... values) {
        @Nullable Object[] all = new @Nullable Object[values.length + 1];
        all[0] = number;
        System.arraycopy(values, 0, all, 1, values.length);
        return text(key + (number == 1 ? ".one" : ".many"), all);
    }

    /** A status, severity, kind or other word of the datasets; one that is not known stays as it is. */
    String word(String value) {
        String key = "word." + value;
        return messages.containsKey(key) ? messages.getString(key) : value;
    }

    /** {@code 20 Oaxaca}; a code that is no state's stays alone. */
    String state(String code) {
        String key = "state." + code;
        return messages.containsKey(key) ? code + " " + messages.getString(key) : code;
    }

    /** The two letters that a column of this language ends with. */
    String suffix() {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        return value instanceof Long || value instanceof Integer
                ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue())
                : value.toString();
    }
}
