package mx.abasto.schedules.plan;

import java.text.ParseException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/**
 * A Quartz cron expression, read on a wall clock that no zone moves. So every time that it names comes exactly once,
 * whatever the clocks of a zone do; {@link Fire} says when that is.
 */
public record Cron(String text) {
    /** Quartz takes these numbers for * and ? instead of refusing them: an hour 99 would fire every hour. */
    private static final Pattern TAKEN_FOR_ANY = Pattern.compile("(?<![0-9])0*9[89](?![0-9])");

    public Cron {
        parsed(text);
    }

    /** The first time after another; empty if there is none any more. */
    Optional<LocalDateTime> after(LocalDateTime time) {
        Date next = parsed(text).getNextValidTimeAfter(Date.from(time.toInstant(ZoneOffset.UTC)));
        return Optional.ofNullable(next).map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
    }

    private static CronExpression parsed(String text) {
        Matcher outOfRange = TAKEN_FOR_ANY.matcher(text);
        if (outOfRange.find()) {
            throw new IllegalArgumentException("it names " + outOfRange.group() + ", which no field can be");
        }
        try {
            CronExpression expression = new CronExpression(text);
            expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return expression;
        } catch (ParseException failure) {
            throw new IllegalArgumentException(CronFault.of(text, String.valueOf(failure.getMessage())), failure);
        }
    }

    /** Whether Quartz reads it. */
    static boolean isReadable(String text) {
        return CronExpression.isValidExpression(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
