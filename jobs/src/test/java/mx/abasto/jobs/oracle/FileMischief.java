package mx.abasto.jobs.oracle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whole files: redelivered, late, split, merged, missing, empty, unreadable, or only looking strange. */
final class FileMischief {

    private static final String CONTROL_HEADER = "file,clues,rows,quantity,sha256";

    private FileMischief() {}

    static Map<String, Mischief> all() {
        Map<String, Mischief> all = new TreeMap<>();
        all.put("redelivered-same-night", ps -> ps.file(p -> true).ifPresent(p -> {
            Parcel copy = p.copy();
            copy.seq = "3";
            ps.all.add(copy);
        }));
        all.put("redelivered-later", ps -> ps.file(p -> true).ifPresent(p -> {
            Parcel copy = p.copy();
            copy.folder = ps.later(p.folder, 6);
            copy.who = ps.random.nextBoolean() ? p.who : "again";
            copy.date = ps.random.nextBoolean() ? p.date : copy.folder;
            ps.all.add(copy);
        }));
        all.put("redelivered-as-new-bytes", ps -> ps.file(p -> true).ifPresent(p -> {
            Parcel copy = p.copy();
            copy.shuffleColumns(ps.random);
            copy.folder = ps.random.nextBoolean() ? p.folder : ps.later(p.folder, 6);
            ps.all.add(copy);
        }));
        all.put("late", ps -> ps.file(p -> true).ifPresent(p -> p.folder = ps.later(p.folder, 3)));
        all.put("early", ps -> ps.file(p -> true).ifPresent(p -> {
            if (ps.all.stream().anyMatch(o -> o.folder.isBefore(p.folder))) {
                p.folder = p.folder.minusDays(1);
            }
        }));
        all.put("too-late", ps -> ps.file(p -> true).ifPresent(p -> p.date = p.date.minusDays(9)));
        all.put("split", ps -> ps.file(p -> p.entries.size() > 1).ifPresent(p -> {
            Parcel rest = p.without();
            rest.seq = "1";
            while (p.entries.size() > 1 && (rest.entries.isEmpty() || ps.random.nextBoolean())) {
                rest.entries.add(p.entries.remove(p.entries.size() - 1));
            }
            ps.all.add(rest);
        }));
        all.put("merged", ps -> merge(ps, false));
        all.put("merged-with-control", ps -> merge(ps, true));
        all.put("control", ps -> ps.file(p -> true).ifPresent(p -> control(ps, p, p)));
        all.put("control-late", ps -> ps.file(p -> true).ifPresent(p -> {
            Parcel late = p.without();
            late.folder = ps.later(p.folder, 6);
            control(ps, p, late);
        }));
        all.put("control-of-a-site", ps -> ps.file(p -> Cells.isClues(p.who))
                .ifPresent(p -> addControl(ps, p, p.name(), p.who, String.valueOf(p.entries.size()), "", "")));
        all.put("control-of-other-bytes", ps -> ps.file(p -> true)
                .ifPresent(p -> addControl(ps, p, p.name(), "", "", "", Landed.sha256(new byte[0]))));
        all.put("control-for-nothing", ps -> ps.file(p -> true).ifPresent(p -> {
            ps.all.remove(p);
            addControl(ps, p, p.name(), "", ps.random.nextInt(3) > 0 ? "0" : "4", "", "");
        }));
        all.put("missing", ps -> ps.file(p -> true).ifPresent(ps.all::remove));
        all.put("header-only", ps -> ps.file(p -> true).ifPresent(p -> p.entries.clear()));
        all.put("no-bytes", ps -> ps.file(p -> true).ifPresent(p -> p.broken = new byte[0]));
        all.put("no-column", ps -> ps.file(p -> true)
                .ifPresent(p -> p.broken = "clues,clave\n\n".getBytes(StandardCharsets.UTF_8)));
        all.put("gzip", ps -> ps.file(p -> true).ifPresent(p -> p.isGzip = true));
        all.put("gzip-cut", ps -> ps.file(p -> !p.isGzip).ifPresent(p -> {
            byte[] whole = Parcel.gzip(p.bytes());
            p.isGzip = true;
            p.broken = Arrays.copyOf(whole, whole.length - 1 - ps.random.nextInt(whole.length / 2));
        }));
        all.put("bom", ps -> ps.file(p -> true).ifPresent(p -> p.beforeHeader = "\uFEFF"));
        all.put("blank-lines", ps -> ps.file(p -> !p.entries.isEmpty()).ifPresent(p -> {
            p.beforeHeader = "\n";
            Parcel.Entry blank = new Parcel.Entry(p.entries.get(0).cells);
            blank.garbled = " \t ".getBytes(StandardCharsets.UTF_8);
            p.entries.add(ps.random.nextInt(p.entries.size()), blank);
        }));
        all.put("carriage-returns", ps -> ps.file(p -> true)
                .ifPresent(p -> p.lineEnd = ps.random.nextBoolean() ? "\r" : "\r\n"));
        all.put("columns-shuffled", ps -> ps.file(p -> true).ifPresent(p -> p.shuffleColumns(ps.random)));
        all.put("foreign-column", ps -> ps.file(p -> !p.has("paciente")).ifPresent(p -> {
            p.need("paciente");
            p.entries.forEach(e -> p.set(e, "paciente", "Juana \"la de\nal lado\", " + ps.random.nextInt(99)));
        }));
        all.put("alias", ps -> ps.file(p -> Cells.isClues(p.who) && p.has("clues"))
                .ifPresent(p -> {
                    String alias = "VIEJO" + (ps.aliases.size() + 1);
                    ps.aliases.add(alias + "," + p.who);
                    String clues = p.who;
                    p.entries.stream()
                            .filter(e -> p.cell(e, "clues").equals(clues) && ps.random.nextBoolean())
                            .forEach(e -> p.set(e, "clues", alias));
                    p.who = ps.random.nextBoolean() ? alias : clues;
                }));
        return all;
    }

    private static void merge(Parcels ps, boolean hasControl) {
        ps.file(p -> Cells.isClues(p.who) && p.seq.isEmpty()).ifPresent(p -> {
            List<Parcel> parts = ps.all.stream()
                    .filter(o -> o.broken == null && o.extract.equals(p.extract) && o.date.equals(p.date))
                    .filter(o -> o.folder.equals(p.folder) && o.header.equals(p.header) && Cells.isClues(o.who))
                    .toList();
            Parcel merged = p.without();
            merged.who = "Region-" + (1 + ps.random.nextInt(3));
            parts.forEach(o -> merged.entries.addAll(o.entries));
            ps.all.removeAll(parts);
            ps.all.add(merged);
            if (hasControl) {
                parts.forEach(
                        o -> addControl(ps, merged, merged.name(), o.who, String.valueOf(o.entries.size()), "", ""));
            }
        });
    }

    /** @param beside whose control file says it */
    private static void control(Parcels ps, Parcel p, Parcel beside) {
        int rows = p.entries.size() + ps.random.nextInt(2);
        String quantity = ps.random.nextInt(3) == 0 ? "5" : "";
        String sha256 = ps.random.nextBoolean() ? Landed.sha256(p.bytes()) : "";
        addControl(ps, beside, p.name(), "", ps.random.nextInt(4) == 0 ? "" : String.valueOf(rows), quantity, sha256);
    }

    /** Adds a row to the control file of that sender, day and folder. */
    private static void addControl(Parcels ps, Parcel about, String... cells) {
        Parcel control = ps.all.stream()
                .filter(p -> p.extract.equals("control") && p.who.equals(about.who))
                .filter(p -> p.date.equals(about.date) && p.folder.equals(about.folder))
                .findFirst()
                .orElseGet(() -> {
                    Parcel added = new Parcel(
                            "control", about.who, about.date, about.folder, List.of(CONTROL_HEADER.split(",")));
                    ps.all.add(added);
                    return added;
                });
        control.entries.add(new Parcel.Entry(List.of(cells)));
    }
}
