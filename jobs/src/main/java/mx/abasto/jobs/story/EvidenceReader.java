package mx.abasto.jobs.story;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import org.jspecify.annotations.Nullable;

/** Looks up what senders said in a discrepancy's evidence rows, on the nights that took their files. */
final class EvidenceReader {
    private final Lake lake;
    private final Session session;

    EvidenceReader(Lake lake, Session session) {
        this.lake = lake;
        this.session = session;
    }

    /** The evidence of a row of {@code discrepancies}, in its order, from nights up to its own. */
    List<EvidenceRow> of(Row listed, LocalDate first, LocalDate night) {
        session.run(
                "evidence",
                "create or replace table evidence (place integer, file varchar, sha256 varchar, row_no bigint,"
                        + " document_no varchar)");
        List<String> rows = rows(listed);
        if (rows.isEmpty()) {
            return List.of();
        }
        session.run("evidence", "insert into evidence values " + String.join(", ", rows));
        session.datedView("all_files", NightlyDatasets.FILES, lake.windowByNight(NightlyDatasets.FILES, first, night));
        session.table(Row.class, "evidence_files");
        SortedSet<LocalDate> nights = Row.all(session, "evidence_nights").stream()
                .map(row -> row.day("taken_on"))
                .collect(Collectors.toCollection(TreeSet::new));
        session.datedView("taken_lines", NightlyDatasets.LINES, on(NightlyDatasets.LINES, nights));
        session.datedView("taken_counts", NightlyDatasets.COUNTS, on(NightlyDatasets.COUNTS, nights));
        session.datedView("taken_quarantine", NightlyDatasets.QUARANTINE, on(NightlyDatasets.QUARANTINE, nights));
        session.datedView(
                "later_lines",
                NightlyDatasets.LINES,
                nights.isEmpty() ? new TreeMap<>() : lake.windowByNight(NightlyDatasets.LINES, nights.first(), night));
        return Row.all(session, "evidence_told").stream().map(EvidenceRow::of).toList();
    }

    private SortedMap<LocalDate, List<Path>> on(Dataset dataset, SortedSet<LocalDate> nights) {
        SortedMap<LocalDate, List<Path>> files = new TreeMap<>();
        for (LocalDate night : nights) {
            lake.night(night).ifPresent(run -> files.put(night, lake.files(run, dataset)));
        }
        return files;
    }

    /** The evidence as rows of SQL values, numbered. */
    private static List<String> rows(Row listed) {
        try {
            List<String> rows = new ArrayList<>();
            if (listed.value("evidence") instanceof Array evidence) {
                for (Object element : (Object[]) evidence.getArray()) {
                    Object[] fields = ((Struct) element).getAttributes();
                    rows.add("(%d, %s, %s, %s, %s)"
                            .formatted(
                                    rows.size(),
                                    literal(fields[0]),
                                    literal(fields[1]),
                                    fields[2],
                                    literal(listed.textOrNull("document_no"))));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot read the evidence: " + failure.getMessage(), failure);
        }
    }

    private static String literal(@Nullable Object text) {
        return text == null ? "null" : Session.literal(text.toString());
    }
}
