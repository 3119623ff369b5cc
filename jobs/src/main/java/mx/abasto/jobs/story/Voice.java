package mx.abasto.jobs.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one side says.
 *
 * @param speaker who; a CLUES, or the name by which a file's sender goes; null where nothing says
 * @param rows each with its file and row, in the order of the days that they speak of
 */
public record Voice(Side side, @Nullable String speaker, List<EvidenceRow> rows) {

    /** Whose voice it is, in the order in which they are heard. */
    public enum Side {
        /** What the site of the discrepancy recorded. */
        SITE,
        /** What that site counted. */
        COUNT,
        COUNTERPART,
        ORDERS,
        OTHER
    }

    /** Who speaks, and as what. */
    private record Speaker(Side side, @Nullable String name) {}

    public Voice {
        rows = List.copyOf(rows);
    }

    /** Evidence by who says it. */
    static List<Voice> of(Told told, List<EvidenceRow> evidence) {
        Map<Speaker, List<EvidenceRow>> bySpeaker = new LinkedHashMap<>();
        for (EvidenceRow row : evidence) {
            Speaker speaker = new Speaker(sideOf(told, row), row.speaker());
            bySpeaker.computeIfAbsent(speaker, each -> new ArrayList<>()).add(row);
        }
        return bySpeaker.entrySet().stream()
                .map(entry -> new Voice(entry.getKey().side(), entry.getKey().name(), inOrder(entry.getValue())))
                .sorted(Comparator.comparing(Voice::side)
                        .thenComparing(Voice::speaker, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static List<EvidenceRow> inOrder(List<EvidenceRow> rows) {
        return rows.stream().sorted(Comparator.comparing(Voice::day)).toList();
    }

    /** The day that a row speaks of; what speaks of none comes first. */
    private static LocalDate day(EvidenceRow row) {
        EvidenceRow.Line line = row.line();
        return line == null || line.eventOn() == null ? LocalDate.MIN : line.eventOn();
    }

    private static Side sideOf(Told told, EvidenceRow row) {
        EvidenceRow.Line line = row.line();
        String speaker = row.speaker();
        if (line != null && line.extract().equals("orders")) {
            return Side.ORDERS;
        }
        if (speaker == null) {
            return Side.OTHER;
        }
        if (Objects.equals(speaker, told.clues())) {
            return line != null && line.extract().equals("stock") ? Side.COUNT : Side.SITE;
        }
        return Objects.equals(speaker, told.counterpartClues()) ? Side.COUNTERPART : Side.OTHER;
    }
}
