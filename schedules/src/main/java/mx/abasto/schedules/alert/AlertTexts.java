package mx.abasto.schedules.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.schedules.alert.Alert.Kind;

/** From alerts to what a person reads: what happened, what it means, and the command to type. */
final class AlertTexts {
    static final int SHOWN_MAX = 20;

    private static final String INDENT = "    ";
    private static final Set<String> PLACED = Set.of(
            Alert.PROBLEM,
            Alert.DEADLINE,
            Alert.OLDEST,
            Alert.OUTLOOK,
            "nights",
            "night",
            "last-file-on",
            "looked-back",
            "lookback-days",
            "uri",
            "id",
            "rule",
            "about",
            "explanation-es",
            "explanation-en");

    private final AlertWords words;
    private final String command;
    private final Repository repository;

    /** Whether a command can be run beside the service. */
    enum Repository {
        SHARED,
        OF_ONE_PROCESS
    }

    AlertTexts(AlertWords words, String command, Repository repository) {
        this.words = requireNonNull(words, "words is null");
        this.command = requireNonNull(command, "command is null");
        this.repository = requireNonNull(repository, "repository is null");
    }

    /** What is said at once of alerts of one kind, in the order that they are given. */
    Message message(Phase phase, Kind kind, List<StandingAlert> alerts) {
        String title =
                alerts.size() == 1 ? text(alerts.get(0), "title") : words.text(kind + ".many.title", valuesOf(alerts));
        List<String> lines = new ArrayList<>();
        if (phase == Phase.REMINDER) {
            Instant first = alerts.stream()
                    .map(StandingAlert::raisedAt)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            String since = first.truncatedTo(ChronoUnit.MINUTES)
                    .toString()
                    .replace('T', ' ')
                    .replace(":00Z", " UTC");
            lines.addAll(List.of(words.text("since", Map.of("raised", since.replace("Z", " UTC"))), ""));
        }
        if (phase == Phase.CLEARED) {
            alerts.stream().limit(SHOWN_MAX).forEach(alert -> lines.add(text(alert, "cleared")));
            addMore(lines, alerts);
            lines.add(words.text("over", Map.of()));
        } else if (alerts.size() == 1) {
            addOne(lines, alerts.get(0));
        } else {
            addAll(lines, kind, alerts);
        }
        return new Message(
                phase,
                kind,
                alerts.stream().map(StandingAlert::alert).toList(),
                words.text("sign." + phase, Map.of("title", oneLine(title))),
                String.join("\n", lines) + "\n");
    }

    private void addOne(List<String> lines, StandingAlert alert) {
        lines.addAll(List.of(heading("happened"), text(alert, "happened")));
        addOutlook(lines, alert);
        alert.alert().facts().entrySet().stream()
                .filter(fact -> !PLACED.contains(fact.getKey()))
                .map(fact -> words.text("also", Map.of("name", fact.getKey(), "value", fact.getValue())))
                .forEach(lines::add);
        lines.addAll(List.of("", heading("means"), text(alert, "means"), ""));
        lines.addAll(List.of(heading("do"), text(alert, "do")));
        addCommands(lines, alert.alert().kind(), text(alert, "command"));
    }

    private void addAll(List<String> lines, Kind kind, List<StandingAlert> alerts) {
        StandingAlert first = alerts.get(0);
        lines.addAll(List.of(heading("means"), text(first, "means"), ""));
        lines.addAll(List.of(heading("do"), text(first, "do")));
        addCommands(lines, kind, words.text(kind + ".many.command", valuesOf(alerts)));
        lines.add("");
        lines.add(words.text("head.all", Map.of("count", Integer.toString(alerts.size()))));
        for (StandingAlert alert : alerts.subList(0, Math.min(SHOWN_MAX, alerts.size()))) {
            lines.addAll(List.of("- " + oneLine(text(alert, "title")), "  " + oneLine(text(alert, "happened"))));
            String own = text(alert, "command");
            if (!own.contains("\n")) {
                lines.add("  " + own);
            }
        }
        addMore(lines, alerts);
    }

    private void addMore(List<String> lines, List<StandingAlert> alerts) {
        if (alerts.size() > SHOWN_MAX) {
            lines.add(words.text("more", Map.of("count", Integer.toString(alerts.size() - SHOWN_MAX))));
        }
    }

    private void addOutlook(List<String> lines, StandingAlert alert) {
        String outlook = alert.alert().facts().get(Alert.OUTLOOK);
        if (outlook != null && words.has(alert.alert().kind() + "." + outlook)) {
            lines.add(text(alert, outlook));
        }
    }

    /** Only what runs a job needs the lake for itself; what reads goes on beside the service. */
    private void addCommands(List<String> lines, Kind kind, String commands) {
        boolean isAlone = kind == Kind.NIGHT_FAILED && repository == Repository.OF_ONE_PROCESS;
        if (isAlone) {
            lines.add(words.text("by.hand.why", Map.of()));
            lines.add(INDENT + words.text("by.hand.stop", Map.of()));
        }
        commands.lines().map(line -> INDENT + line).forEach(lines::add);
        if (isAlone) {
            lines.add(INDENT + words.text("by.hand.start", Map.of()));
        }
    }

    private String heading(String name) {
        return words.text("head." + name, Map.of()) + ":";
    }

    /** A sentence of an alert's kind, or of its variant where that has one of its own. */
    private String text(StandingAlert alert, String name) {
        String kind = alert.alert().kind().name();
        String variant = kind + "." + variantOf(alert.alert()) + "." + name;
        return words.text(words.has(variant) ? variant : kind + "." + name, valuesOf(List.of(alert)));
    }

    private static String variantOf(Alert alert) {
        return switch (alert.kind()) {
            case NIGHT_FAILED -> isWeek(alert.subject()) ? "week" : "";
            case SOURCE_SILENT -> alert.facts().containsKey("last-file-on") ? "" : "never";
            case NIGHT_LATE, CRITICAL_DISCREPANCY, VERIFY_DIFFERENCE -> "";
        };
    }

    private Map<String, String> valuesOf(List<StandingAlert> alerts) {
        Alert first = alerts.get(0).alert();
        Map<String, String> values = new TreeMap<>(first.facts());
        values.putIfAbsent("id", first.subject());
        values.put("subject", first.subject());
        values.put("command", command);
        values.put("count", Integer.toString(alerts.size()));
        if (first.kind() == Kind.NIGHT_FAILED) {
            // A week is made by catching up to its last day.
            alerts.stream()
                    .map(alert -> alert.alert().subject())
                    .map(run -> isWeek(run) ? IsoWeek.parse(run).end().toString() : run)
                    .max(Comparator.naturalOrder())
                    .ifPresent(last -> values.put("last", last));
        }
        alerts.stream()
                .map(alert -> alert.alert().facts().get("night"))
                .filter(night -> night != null)
                .max(Comparator.naturalOrder())
                .ifPresent(night -> values.put("night", night));
        return values;
    }

    private static boolean isWeek(String run) {
        return run.matches("\\d{4}-W\\d{2}");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
