package mx.abasto.jobs.crash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point of a scenario that fails, and how. */
record Crash(Scenario scenario, String point, Way way) {
    private static final Set<Way> OF_A_PROCESS = EnumSet.of(Way.KILL);
    private static final Set<Way> ELSEWHERE = EnumSet.of(Way.KILL, Way.EXCEPTION, Way.LOST_ANSWER);

    /** Step, verb, and whether it is of the lake, of the work folder or of the job repository. */
    private static final Pattern PARTS = Pattern.compile(
            "(?<step>[^:]+): (?<what>sql [^#]+|\\S+ (?:lake/_staging|lake/nightly|lake/weekly|work/\\w+)|[^#]+).*");

    String name() {
        return "%s, %s: %s".formatted(scenario.name(), way, point);
    }

    String step() {
        return parts().group("step");
    }

    /** What many points have in common: scenario, step and kind. */
    private String kind() {
        return scenario.name() + parts().group("step") + parts().group("what");
    }

    private Matcher parts() {
        Matcher parts = PARTS.matcher(point);
        if (!parts.matches()) {
            throw new IllegalStateException("The point " + point + " is named otherwise than others");
        }
        return parts;
    }

    private static Set<Way> waysOf(String point) {
        if (point.contains(": process")) {
            return OF_A_PROCESS;
        }
        return point.contains(": sql ") || point.contains(": commit ") || point.contains(": lock ")
                ? ELSEWHERE
                : EnumSet.allOf(Way.class);
    }

    /** A crash at each point of a kind. */
    static List<Crash> at(Scenario scenario, String kind, Way way) {
        List<Crash> crashes = scenario.points().stream()
                .filter(point -> point.startsWith(kind))
                .map(point -> new Crash(scenario, point, way))
                .toList();
        if (crashes.isEmpty()) {
            throw new AssertionError(scenario.name() + " passes no point " + kind);
        }
        return crashes;
    }

    /** So many crashes of a way, of as many kinds of points as there are; which, the dice say. */
    static List<Crash> drawn(Collection<Scenario> scenarios, Way way, int crashes, Random dice) {
        Map<String, List<Crash>> byKind = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            for (String point : scenario.points()) {
                if (waysOf(point).contains(way)) {
                    Crash crash = new Crash(scenario, point, way);
                    byKind.computeIfAbsent(crash.kind(), kind -> new ArrayList<>())
                            .add(crash);
                }
            }
        }
        List<List<Crash>> kinds = new ArrayList<>(byKind.values());
        kinds.forEach(kind -> Collections.shuffle(kind, dice));
        Collections.shuffle(kinds, dice);
        List<Crash> drawn = new ArrayList<>();
        for (int round = 0; drawn.size() < crashes; round++) {
            int each = round;
            List<Crash> further = kinds.stream()
                    .filter(kind -> kind.size() > each)
                    .map(kind -> kind.get(each))
                    .limit(crashes - drawn.size())
                    .toList();
            if (further.isEmpty()) {
                return drawn;
            }
            drawn.addAll(further);
        }
        return drawn;
    }
}
