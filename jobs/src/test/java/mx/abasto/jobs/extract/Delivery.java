package mx.abasto.jobs.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mx.abasto.common.model.ExtractFileName;
import org.jspecify.annotations.Nullable;

/** A file delivered for the night of 2025-01-15, and what reading it gave. */
final class Delivery implements RowSink {
    static final LocalDate NIGHT = LocalDate.of(2025, 1, 15);

    /** A row that was accepted. */
    record Row(long rowNo, List<@Nullable String> cells) {}

    /** A row that was not. */
    record Bad(long rowNo, Quarantined row) {}

    final List<Row> accepted = new ArrayList<>();
    final List<Bad> quarantined = new ArrayList<>();
    final ReadResult result;

    private Delivery(byte[] bytes, ExtractFileName name, ExtractForm form) throws IOException {
        result = new ExtractReader(form)
                .read(new GivenBytes(bytes), name, NIGHT, Aliases.of(Map.of("UNIDAD 8", "BCIMB000034")), this);
        if (!result.isRejected() && result.rows() != result.accepted() + result.quarantined()) {
            throw new AssertionError("%d rows counted, %d accepted, %d quarantined"
                    .formatted(result.rows(), result.accepted(), result.quarantined()));
        }
    }

    private Delivery(byte[] bytes, String fileName) throws IOException {
        this(bytes, ExtractFileName.parse(fileName).orElseThrow(), ExtractForm.CANONICAL);
    }

    /** A file of a source with a profile, named as the contract says. */
    static Delivery of(ExtractForm form, String fileName, byte[] bytes) throws IOException {
        return new Delivery(bytes, ExtractFileName.parse(fileName).orElseThrow(), form);
    }

    static Delivery of(String extract, byte[] bytes) throws IOException {
        return new Delivery(bytes, extract + "_x_20250115.csv");
    }

    static Delivery named(String fileName, byte[] bytes) throws IOException {
        return new Delivery(bytes, fileName);
    }

    /** Lines are joined by line feeds. */
    static Delivery of(String extract, String... lines) throws IOException {
        return of(extract, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void accepted(long rowNo, @Nullable String[] cells) {
        accepted.add(new Row(rowNo, Arrays.asList(cells)));
    }

    @Override
    public void quarantined(long rowNo, Quarantined row) {
        quarantined.add(new Bad(rowNo, row));
    }

    /** The only row, which was quarantined, as {@code REASON column value}. */
    String onlyReason() {
        if (!accepted.isEmpty() || quarantined.size() != 1) {
            throw new AssertionError("accepted " + accepted + ", quarantined " + quarantined);
        }
        Quarantined row = quarantined.get(0).row();
        return row.reason() + " " + row.column() + " " + row.value();
    }
}
