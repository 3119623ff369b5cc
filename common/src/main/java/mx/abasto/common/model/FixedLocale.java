package mx.abasto.common.model;

import java.util.Locale;

/**
 * The one locale in which a process formats and reads numbers and dates, whoever starts it and wherever: under another
 * default, such as Persian or Arabic, {@code %d} would write digits that no SQL engine reads. What is made for people
 * names its language itself.
 */
public final class FixedLocale {
    private FixedLocale() {}

    /** Makes it this process's. The first thing that a program does. */
    public static void set() {
        Locale.setDefault(Locale.ROOT);
    }
}
