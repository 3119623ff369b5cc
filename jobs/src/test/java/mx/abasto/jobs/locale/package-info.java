/** Runs in processes of other locales, time zones and character sets. */
@NullMarked
package mx.abasto.jobs.locale;

import org.jspecify.annotations.NullMarked;
