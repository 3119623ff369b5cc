package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mx.abasto.jobs.story.DiscrepancyStory;
import mx.abasto.jobs.story.EvidenceRow;
import mx.abasto.jobs.story.EvidenceRow.Delivery;
import mx.abasto.jobs.story.EvidenceRow.Line;
import mx.abasto.jobs.story.EvidenceRow.Unreadable;
import mx.abasto.jobs.story.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A row of evidence in a sentence: what its sender said, and where. */
final class EvidenceText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DiscrepancyStory story;
    private final Words words;

    EvidenceText(DiscrepancyStory story, Words words) {
        this.story = story;
        this.words = words;
    }

    /** What was said. */
    String said(EvidenceRow row) {
        Line line = row.line();
        if (line != null) {
            return line(line);
        }
        Unreadable unreadable = row.unreadable();
        if (unreadable != null) {
            return unreadable(unreadable);
        }
        Delivery delivery = row.delivery();
        if (delivery == null) {
            return words.text(row.rowNo() == null ? "said.elsewhere" : "said.control");
        }
        if (delivery.rejectedBecause() != null) {
            return words.text("said.rejected", delivery.rejectedBecause());
        }
        return words.text(
                row.rowNo() == null ? "said.file" : "said.row_of",
                words.text("file." + delivery.status()),
                delivery.rows(),
                delivery.accepted(),
                delivery.quarantined(),
                delivery.duplicates());
    }

    /** Where it was said: file, row, night, source. */
    String place(EvidenceRow row) {
        String where = row.rowNo() == null ? row.file() : words.text("place.row", row.file(), row.rowNo());
        Delivery delivery = row.delivery();
        return delivery == null ? where : words.text("place.taken", where, delivery.takenOn(), delivery.source());
    }

    private String line(Line line) {
        List<String> parts = new ArrayList<>();
        parts.add(line.quantity() == null ? "–" : words.count("pieces", line.quantity()));
        part(parts, "requested", line.requestedQuantity());
        part(parts, "prescribed", line.prescribedQuantity());
        boolean isOtherClave =
                line.clave() != null && !line.clave().equals(story.told().clave());
        part(parts, "clave", isOtherClave ? line.clave() : null);
        part(parts, "lot", line.lot());
        part(parts, "expires", line.expiresOn());
        part(parts, "reason", reason(line.reason()));
        part(parts, "service", line.service());
        if ("SUPPLIER".equals(line.source())) {
            parts.add(words.text("part.from_supplier"));
        }
        part(parts, "counterpart." + line.extract(), site(line.counterpartClues()));
        boolean isOwnNumber = line.extract().equals("distributions");
        part(parts, "shipment", isOwnNumber ? null : line.shipmentNo());
        part(parts, "order", line.extract().equals("orders") ? null : line.orderNo());
        part(parts, "contract", line.contractNo());
        part(parts, "supplier", line.supplier());
        part(parts, "due", line.dueOn());
        String document = words.text("line." + line.extract(), line.documentNo(), line.lineNo(), line.eventOn());
        String text = document + ": " + String.join(", ", parts) + ".";
        if (line.cancelled()) {
            return text + " " + words.text("line.cancelled");
        }
        return line.isSuperseded() ? text + " " + words.text("line.superseded") : text;
    }

    private void part(List<String> parts, String key, @Nullable Object value) {
        if (value != null) {
            parts.add(words.text("part." + key, value));
        }
    }

    private @Nullable String site(@Nullable String clues) {
        return clues == null ? null : story.site(clues).label();
    }

    private @Nullable String reason(@Nullable String reason) {
        return reason == null
                ? null
                : words.ifThere("reason." + reason)
                        .map(text -> text + " (" + reason + ")")
                        .orElse(reason);
    }

    private String unreadable(Unreadable unreadable) {
        String text = words.text("said.unreadable", words.text("quarantine." + unreadable.reason()));
        if (unreadable.column() != null) {
            text += " " + words.text("said.unreadable.column", unreadable.column(), shown(unreadable.value()));
        }
        return unreadable.raw() == null
                ? text
                : text + " " + words.text("said.unreadable.raw", cells(unreadable.raw()));
    }

    /** A row's cells by column, out of the JSON that quarantine keeps. */
    private static String cells(String raw) {
        return JSON.readTree(raw)
                .propertyStream()
                .map(cell -> cell.getKey() + "=" + cell.getValue().asString(""))
                .collect(Collectors.joining(", "));
    }

    private String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? words.text("said.empty") : "«" + value + "»";
    }
}
