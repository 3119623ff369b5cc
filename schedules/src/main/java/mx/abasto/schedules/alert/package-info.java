/** Alerts: what a person should know, in words, by mail and webhook, each once, with reminders and an all-clear. */
@NullMarked
package mx.abasto.schedules.alert;

import org.jspecify.annotations.NullMarked;
