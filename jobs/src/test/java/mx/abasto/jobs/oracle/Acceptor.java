package mx.abasto.jobs.oracle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads tonight's files one after the other and puts their lines into the journal (contract section 2). */
final class Acceptor {

    /** The extracts whose lines EXT-06 looks at. */
    private static final Set<String> DATED =
            Set.of("receipts", "distributions", "dispensations", "consumptions", "adjustments");

    /** The same bytes as the same extract by the same profile. */
    private record Content(String extract, String profile, String sha256) {}

    /** When some content was delivered, and whether rows of it were quarantined when it was last read. */
    private static final class ContentHistory {
        private final TreeSet<LocalDate> deliveredOn = new TreeSet<>();
        private boolean hadQuarantinedRows;
    }

    private final Journal journal;
    private final Map<Content, ContentHistory> contents = new HashMap<>();
    private @Nullable LocalDate openingNight;

    Acceptor(Journal journal) {
        this.journal = journal;
    }

    List<Delivery> accept(List<Landed> files, Reference reference, LocalDate night) {
        if (openingNight == null) {
            openingNight = night;
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (Landed file : files) {
            // AMBIGUOUS: files.who has its alias replaced; the name as sent stays in files.file.
            String who = reference.replaced(file.name().who());
            Optional<List<ReadRow>> rows = rows(file, reference, night);
            deliveries.add(
                    rows.isEmpty()
                            ? new Delivery(file, who, "REJECTED", false, List.of(), 0, 0, 0, 0)
                            : accept(file, who, rows.get(), night));
        }
        return deliveries;
    }

    private Delivery accept(Landed file, String who, List<ReadRow> rows, LocalDate night) {
        Content content =
                new Content(file.name().extract(), file.source().profile().name(), file.sha256());
        ContentHistory history = contents.computeIfAbsent(content, c -> new ContentHistory());
        boolean isKnown =
                history.deliveredOn.contains(night) || journal.window(night).holdsAny(history.deliveredOn);
        if (!rows.isEmpty()) {
            history.deliveredOn.add(night);
            if (isKnown && !history.hadQuarantinedRows) {
                rows.stream()
                        .map(ReadRow::line)
                        .filter(line -> line != null)
                        .forEach(line -> journal.redeliver(requireNonNull(line), night));
                return new Delivery(file, who, "REDELIVERED", true, rows, 0, 0, rows.size(), 0);
            }
        }
        Delivery delivery = read(file, who, rows, night);
        history.hadQuarantinedRows = delivery.quarantined() > 0;
        return delivery;
    }

    private Delivery read(Landed file, String who, List<ReadRow> rows, LocalDate night) {
        long accepted = 0;
        long quarantined = 0;
        long duplicates = 0;
        long oldLines = 0;
        // Rows that are one count have one line.
        Map<Line, Journal.Taken> taken = new IdentityHashMap<>();
        for (ReadRow row : rows) {
            Line line = row.line();
            if (line == null) {
                quarantined++;
                continue;
            }
            Journal.Taken outcome = taken.get(line);
            if (outcome == null) {
                outcome = journal.accept(line, night);
                taken.put(line, outcome);
            }
            if (outcome == Journal.Taken.DUPLICATE) {
                duplicates++;
                continue;
            }
            accepted++;
            if (outcome == Journal.Taken.NEW && isOld(line, night)) {
                oldLines++;
            }
        }
        return new Delivery(
                file,
                who,
                status(file, rows.size(), accepted, duplicates, night),
                false,
                rows,
                accepted,
                quarantined,
                duplicates,
                oldLines);
    }

    private boolean isOld(Line line, LocalDate night) {
        return DATED.contains(line.extract())
                && line.eventDate()
                        .isBefore(night.minusDays(journal.window(night).nights()))
                && !night.equals(openingNight);
    }

    /** AMBIGUOUS: EMPTY is a file without rows; one whose rows were all quarantined is ACCEPTED. */
    private String status(Landed file, long rows, long accepted, long duplicates, LocalDate night) {
        if (duplicates > 0 && duplicates == rows) {
            return "REDELIVERED";
        }
        if (isLate(file.name().date(), night) && accepted > 0) {
            return "LATE";
        }
        return rows == 0 ? "EMPTY" : "ACCEPTED";
    }

    /** Empty when the file cannot be read at all. */
    private static Optional<List<ReadRow>> rows(Landed file, Reference reference, LocalDate night) {
        Optional<byte[]> text = file.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<CsvRecord> records = CsvParser.parse(text.get());
        if (records.isEmpty()) {
            return Optional.empty();
        }
        Shape shape = requireNonNull(Shape.BY_EXTRACT.get(file.name().extract()));
        Optional<Header> header =
                Header.of(records.get(0), shape, file.reading().layout());
        if (header.isEmpty()) {
            return Optional.empty();
        }
        RowReader reader = new RowReader(file.name(), shape, header.get(), reference, night);
        List<ReadRow> rows = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            ReadRow row = reader.read(records.get(i), i);
            // A record that cannot be split into fields is quarantined once, for the file's first extract.
            if (file.place() == 0 || !row.isUnsplit()) {
                rows.add(row);
            }
        }
        return Optional.of(RepeatedKeys.judged(rows, file.source().profile().addsRepeated()));
    }

    /** For a night before the opening night nothing is late: no such night was published. */
    private boolean isLate(LocalDate deliveredFor, LocalDate night) {
        return deliveredFor.isBefore(night) && !deliveredFor.isBefore(requireNonNull(openingNight, "accept() sets it"));
    }
}
