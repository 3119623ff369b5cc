package mx.abasto.jobs.oracle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tonight's files one after the other and puts their lines into the journal (contract section 2). */
final class Acceptor {

    private final Reference reference;
    private final Journal journal;
    private final int windowNights;
    private final Map<String, LocalDate> lastRead = new HashMap<>();
    private @Nullable LocalDate openingNight;

    Acceptor(Reference reference, Journal journal, int windowNights) {
        this.reference = reference;
        this.journal = journal;
        this.windowNights = windowNights;
    }

    List<Delivery> accept(List<Landed> files, LocalDate night) {
        if (openingNight == null) {
            openingNight = night;
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (Landed file : files) {
            deliveries.add(accept(file, night));
        }
        return deliveries;
    }

    private Delivery accept(Landed file, LocalDate night) {
        FileName name = file.name();
        String sha256 = file.sha256();
        Optional<List<ReadRow>> readable = rows(file, night);
        if (readable.isEmpty()) {
            return delivery(file, "REJECTED", false, List.of(), 0, 0, 0);
        }
        List<ReadRow> rows = RowReader.withConflicts(readable.get());
        boolean isRepeated = !rows.isEmpty() && wasRead(sha256, night);
        if (!rows.isEmpty()) {
            lastRead.put(sha256, night);
        }
        if (isRepeated) {
            return delivery(file, "REDELIVERED", true, rows, 0, 0, rows.size());
        }
        long accepted = 0;
        long quarantined = 0;
        long duplicates = 0;
        for (ReadRow row : rows) {
            if (row.line() == null) {
                quarantined++;
            } else if (journal.accept(row.line(), night)) {
                accepted++;
            } else {
                duplicates++;
            }
        }
        boolean isOnlyDuplicates = duplicates > 0 && duplicates == rows.size();
        // AMBIGUOUS: EMPTY is a file without rows; one whose rows were all quarantined is ACCEPTED.
        String status = isOnlyDuplicates
                ? "REDELIVERED"
                : isLate(name.date(), night) && accepted > 0 ? "LATE" : rows.isEmpty() ? "EMPTY" : "ACCEPTED";
        return delivery(file, status, false, rows, accepted, quarantined, duplicates);
    }

    private Delivery delivery(
            Landed file,
            String status,
            boolean isRepeated,
            List<ReadRow> rows,
            long accepted,
            long quarantined,
            long duplicates) {
        // AMBIGUOUS: files.who has its alias replaced; the name as sent stays in files.file.
        String who = reference.replaced(file.name().who());
        return new Delivery(
                file.name(),
                who,
                file.sha256(),
                file.bytes().length,
                status,
                isRepeated,
                rows,
                accepted,
                quarantined,
                duplicates);
    }

    /** Empty when the file cannot be read at all. */
    private Optional<List<ReadRow>> rows(Landed file, LocalDate night) {
        Optional<byte[]> text = file.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<CsvRecord> records = CsvParser.parse(text.get());
        if (records.isEmpty()) {
            return Optional.empty();
        }
        Shape shape = requireNonNull(Shape.BY_EXTRACT.get(file.name().extract()));
        Optional<Header> header = Header.of(records.get(0), shape);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        RowReader reader = new RowReader(file.name(), shape, header.get(), reference, night);
        List<ReadRow> rows = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            rows.add(reader.read(records.get(i), i));
        }
        return Optional.of(rows);
    }

    /** AMBIGUOUS: "at least the last 35 nights" is exactly the window here, counted from the last reading. */
    private boolean wasRead(String sha256, LocalDate night) {
        LocalDate read = lastRead.get(sha256);
        return read != null && !read.plusDays(windowNights).isBefore(night);
    }

    /** For a night before the opening night nothing is late: no such night was published. */
    private boolean isLate(LocalDate deliveredFor, LocalDate night) {
        return deliveredFor.isBefore(night) && !deliveredFor.isBefore(requireNonNull(openingNight, "accept() sets it"));
    }
}
