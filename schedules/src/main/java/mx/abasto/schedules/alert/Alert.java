package mx.abasto.schedules.alert;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import mx.abasto.jobs.reconcile.Severity;

/**
 * What happened that a person should know. The same trouble has the same {@link #key()}, such as
 * {@code NIGHT_FAILED|2025-01-20}.
 *
 * @param subject the night or week, the source, the discrepancy or the lake
 * @param facts what the texts tell of it, by name; those that no text has a place for are listed as they are
 */
public record Alert(Kind kind, String subject, Severity severity, Map<String, String> facts) {
    static final String PROBLEM = "problem";
    static final String DEADLINE = "deadline";
    static final String OLDEST = "oldest";
    static final String OUTLOOK = "outlook";

    /** What kind of trouble it is. */
    public enum Kind {
        NIGHT_FAILED,
        NIGHT_LATE,
        SOURCE_SILENT,
        CRITICAL_DISCREPANCY,
        VERIFY_DIFFERENCE
    }

    /** What the service does about a run that failed. */
    public enum Outlook {
        /** It has tried more than once and goes on trying. */
        TRIED_AGAIN,
        /** It waits until the configuration or the day changes. */
        WAITS_FOR_A_CHANGE
    }

    public Alert {
        requireNonNull(kind, "kind is null");
        requireNonNull(severity, "severity is null");
        if (subject.isBlank()) {
            throw new IllegalArgumentException("an alert " + kind + " has no subject");
        }
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** The run of a night (or a week, as {@code 2025-W03}) failed; the problem is the failure's message. */
    public static Alert runFailed(String nightOrWeek, String problem, Outlook outlook) {
        return new Alert(
                Kind.NIGHT_FAILED, nightOrWeek, Severity.HIGH, Map.of(PROBLEM, problem, OUTLOOK, outlook.name()));
    }

    /** A night is not published though its deadline has passed; the oldest night that is as late, or the same one. */
    public static Alert nightLate(LocalDate night, String deadline, LocalDate oldest) {
        return new Alert(
                Kind.NIGHT_LATE,
                night.toString(),
                Severity.HIGH,
                Map.of(DEADLINE, deadline, OLDEST, oldest.toString()));
    }

    /** {@code verify} found that a lake's files are not what was published. */
    public static Alert verifyDifference(String lake, String problem) {
        return new Alert(Kind.VERIFY_DIFFERENCE, lake, Severity.CRITICAL, Map.of(PROBLEM, problem));
    }

    /** What tells one trouble from another. */
    public String key() {
        return kind + "|" + subject;
    }
}
