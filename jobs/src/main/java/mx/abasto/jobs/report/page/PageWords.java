package mx.abasto.jobs.report.page;

import com.samskivert.mustache.Mustache;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.common.model.Language;

/** The page's texts in one language: {@code page/messages*.properties}. The template asks for them as {@code say.key}. */
final class PageWords implements Mustache.CustomContext {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Language language;
    private final ResourceBundle messages;

    PageWords(Language language) {
        this.language = language;
        this.messages = ResourceBundle.getBundle(
                "page.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Language language() {
        return language;
    }

    @Override
    public Object get(String key) {
        return messages.getString(key);
    }

    /** A text with its places filled in. */
    String text(String key, String... values) {
        Matcher places = PLACE.matcher(messages.getString(key));
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(text, Matcher.quoteReplacement(values[Integer.parseInt(places.group(1))]));
        }
        return places.appendTail(text).toString();
    }

    /** A text about so many of something: {@code key.one} for one, {@code key.many} else. */
    String count(String key, String shown, String... more) {
        String[] values = new String[more.length + 1];
        values[0] = shown;
        System.arraycopy(more, 0, values, 1, more.length);
        return text(key + (shown.equals("1") ? ".one" : ".many"), values);
    }

    /** What a code of the data is called; itself where it has no name here. */
    String name(String kind, String code) {
        String key = kind + "_" + code;
        return messages.containsKey(key) ? messages.getString(key) : code;
    }
}
