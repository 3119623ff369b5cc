package mx.abasto.jobs.crash;

import org.jspecify.annotations.Nullable;

/**
 * What is to fail.
 *
 * @param point its name, as a recording run gave it
 * @param ballast with {@link Way#FULL_DISK}, a file that is made so large that the disk is really full; null where the
 *     disk is the machine's own, and every later write is refused instead
 */
record Fault(String point, Way way, @Nullable String ballast) {}
