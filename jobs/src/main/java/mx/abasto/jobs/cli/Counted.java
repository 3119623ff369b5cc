package mx.abasto.jobs.cli;

import java.util.Locale;

/** So many of something, in the singular for one. */
final class Counted {
    private Counted() {}

    /** Of what has its plural with an s. */
    static String of(long number, String singular) {
        return of(number, singular, singular + "s");
    }

    static String of(long number, String singular, String plural) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? singular : plural);
    }
}
