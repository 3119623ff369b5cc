package mx.abasto.schedules.plan;

import java.util.List;
import java.util.Locale;

/** What is wrong with a cron expression that Quartz does not read, and how to write it. */
final class CronFault {
    private static final int FIELDS = 6;
    private static final int FIELDS_OF_CRONTAB = 5;
    private static final int DAY = 3;
    private static final int WEEKDAY = 5;

    private static final List<String> NAMES = List.of("second", "minute", "hour", "day", "month", "weekday");
    private static final List<String> VALUES = List.of(
            "0 to 59",
            "0 to 59",
            "0 to 23",
            "1 to 31, L or ?",
            "1 to 12 or JAN to DEC",
            "1 (Sunday) to 7, SUN to SAT or ?");

    private CronFault() {}

    /** The first fault of an expression; in Quartz's words if none of ours fit. */
    static String of(String text, String wordsOfQuartz) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length == FIELDS_OF_CRONTAB) {
            return "it has five fields, as crontab writes them; the second comes first, and ? stands for the day or the"
                    + " weekday that is not named: \"%s\"".formatted(fromCrontab(fields));
        }
        if (fields.length < FIELDS || fields.length > FIELDS + 1) {
            return "it has %d %s; there must be six".formatted(fields.length, fields.length == 1 ? "field" : "fields");
        }
        for (int field = 0; field < FIELDS; field++) {
            if (!isReadable(field, fields[field])) {
                return "its %s is %s; it must be %s, with , - / and * between and among them"
                        .formatted(NAMES.get(field), fields[field], VALUES.get(field));
            }
        }
        boolean isUndecided = fields[DAY].equals("?") == fields[WEEKDAY].equals("?");
        return isUndecided ? "write ? for either the day or the weekday, and only for one of them" : wordsOfQuartz;
    }

    /** Whether a field is one that Quartz reads, all others being sound. */
    private static boolean isReadable(int field, String value) {
        String[] sound = {"0", "0", "0", "?", "*", "*"};
        if (field == DAY && !value.equals("?")) {
            sound[WEEKDAY] = "?";
        } else if (field == WEEKDAY && value.equals("?")) {
            sound[DAY] = "*";
        }
        sound[field] = value;
        return Cron.isReadable(String.join(" ", sound));
    }

    private static String fromCrontab(String[] fields) {
        String weekday = fields[4];
        boolean isAnyWeekday = weekday.equals("*");
        boolean isNamed = weekday.toUpperCase(Locale.ROOT).matches("[A-Z,-]+");
        String meant = String.join(
                " ",
                "0",
                fields[0],
                fields[1],
                isAnyWeekday ? fields[2] : "?",
                fields[3],
                isAnyWeekday ? "?" : weekday);
        return (isAnyWeekday || isNamed) && Cron.isReadable(meant) ? meant : "0 30 1 * * ?";
    }
}
