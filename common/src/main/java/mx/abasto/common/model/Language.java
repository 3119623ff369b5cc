package mx.abasto.common.model;

import java.util.Locale;

/** The languages that people are spoken to in. */
public enum Language {
    ES(Locale.forLanguageTag("es")),
    EN(Locale.ROOT);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** For a message bundle: Spanish has one of its own, English is what a bundle says without one. */
    public Locale locale() {
        return locale;
    }
}
