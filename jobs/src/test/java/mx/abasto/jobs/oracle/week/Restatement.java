package mx.abasto.jobs.oracle.week;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.Row;

/**
 * What a revision says of its week and the eight before: every cell whose value by event date, with all nights known,
 * differs from what was published by posting night.
 */
final class Restatement {

    private static final int WEEKS_BEFORE = 8;
    private static final List<String> SHOWN =
            List.of("posting_date", "event_date", "kind", "document_no", "line_no", "lot", "file", "row_no");

    private final Lake known;
    private final Week week;
    private final int revision;
    private final Map<Week, Integer> revisions;
    private final Function<Week, List<Row>> published;

    /**
     * @param known all nights that are published
     * @param revisions the last revision of each published week, this one among them
     * @param published a week's key inventory
     */
    Restatement(
            Lake known, Week week, int revision, Map<Week, Integer> revisions, Function<Week, List<Row>> published) {
        this.known = known;
        this.week = week;
        this.revision = revision;
        this.revisions = revisions;
        this.published = published;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int before = 0; before <= WEEKS_BEFORE; before++) {
            Week restated = week.earlierBy(before);
            if (revisions.containsKey(restated)) {
                addWeek(rows, restated);
            }
        }
        return rows;
    }

    private void addWeek(List<Row> rows, Week restated) {
        Map<SiteClave, Row> figures = new HashMap<>();
        published
                .apply(restated)
                .forEach(row -> figures.put(
                        new SiteClave(String.valueOf(row.get("clues")), String.valueOf(row.get("clave"))), row));
        Map<SiteClave, List<Posting>> postings = new HashMap<>();
        known.postings().forEach(posting -> postings.computeIfAbsent(posting.key(), key -> new ArrayList<>())
                .add(posting));
        Set<SiteClave> keys = new TreeSet<>(figures.keySet());
        keys.addAll(postings.keySet());
        for (SiteClave key : keys) {
            Row figure = figures.getOrDefault(key, new Row());
            List<Posting> ofKey = postings.getOrDefault(key, List.of());
            Stream.concat(Stream.of("opening", "closing"), KeyInventory.FLOWS.stream())
                    .forEach(column -> addCell(rows, restated, key, column, figure, ofKey));
        }
    }

    private void addCell(
            List<Row> rows, Week restated, SiteClave key, String column, Row figure, List<Posting> postings) {
        BigInteger said = new BigInteger(String.valueOf(figure.getOrDefault(column, 0L)));
        BigInteger now = BigInteger.ZERO;
        List<Row> movements = new ArrayList<>();
        for (Posting posting : postings) {
            boolean counts = counts(restated, column, posting, posting.eventOn());
            boolean counted = counts(restated, column, posting, posting.postedOn());
            BigInteger pieces = isStock(column) ? posting.effect() : posting.counted();
            now = counts ? now.add(pieces) : now;
            if (counts != counted) {
                movements.add(shown(posting, counts ? pieces : pieces.negate()));
            }
        }
        if (!now.equals(said)) {
            rows.add(new Row()
                    .with("week", week.name())
                    .with("revision", revision)
                    .with("known_on", known.lastNight())
                    .with("restated_week", restated.name())
                    .with("restated_revision", revisions.get(restated))
                    .with("clues", key.clues())
                    .with("clave", key.clave())
                    .with("column", column)
                    .with("published", said)
                    .with("restated", now)
                    .with("difference", now.subtract(said))
                    .with("movements", movements)
                    .with("movement_rows", movements.size()));
        }
    }

    private static boolean isStock(String column) {
        return column.equals("opening") || column.equals("closing");
    }

    /** Whether a movement belongs to a cell, if that is the day that it belongs to. */
    private static boolean counts(Week restated, String column, Posting posting, LocalDate day) {
        return switch (column) {
            case "opening" -> day.isBefore(restated.start()) || (posting.isOpening() && restated.has(day));
            case "closing" -> !day.isAfter(restated.end());
            default -> posting.column().equals(column) && restated.has(day);
        };
    }

    /** As the movement stands in the cell: its pieces signed. */
    private static Row shown(Posting posting, BigInteger pieces) {
        Fact movement = posting.movement();
        Row shown = new Row();
        for (String column : SHOWN) {
            shown.with(column, movement.cells().get(column));
        }
        return shown.with("quantity", pieces);
    }
}
