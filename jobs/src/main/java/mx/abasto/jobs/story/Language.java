package mx.abasto.jobs.story;

import java.util.Locale;

/** The languages that stories are told in. */
public enum Language {
    ES(Locale.forLanguageTag("es")),
    EN(Locale.ROOT);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
