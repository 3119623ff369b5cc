package mx.abasto.jobs.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sender says of one file, or of one site's part of it; what it left empty is null. */
record ControlRow(
        String file,
        @Nullable String clues,
        @Nullable Long rows,
        @Nullable Long quantity,
        @Nullable String sha256) {

    /** AMBIGUOUS: a control, or a number in it, that cannot be read is as if not there; a control is no `files` row. */
    static List<ControlRow> read(Landed control, Reference reference) {
        List<ControlRow> said = new ArrayList<>();
        for (Map<String, String> row : Table.parse(control.bytes()).rows()) {
            String file = row.getOrDefault("file", "");
            if (!file.isEmpty()) {
                String clues = reference.replaced(row.getOrDefault("clues", ""));
                String sha256 = row.getOrDefault("sha256", "").toLowerCase(Locale.ROOT);
                said.add(new ControlRow(
                        file,
                        clues.isEmpty() ? null : clues,
                        Cells.figure(row.getOrDefault("rows", "")).orElse(null),
                        Cells.figure(row.getOrDefault("quantity", "")).orElse(null),
                        sha256.isEmpty() ? null : sha256));
            }
        }
        return said;
    }

    Optional<FileName> name() {
        return FileName.parse(file);
    }

    boolean saysNothingCame() {
        return rows != null && rows == 0;
    }

    boolean saysSomethingCame() {
        return rows != null && rows > 0;
    }

    /** The site that it speaks of: its own, else the one that the file is named by. */
    @Nullable
    String site(Reference reference) {
        if (clues != null) {
            return clues;
        }
        return name().map(n -> reference.replaced(n.who()))
                .filter(Cells::isClues)
                .orElse(null);
    }
}
