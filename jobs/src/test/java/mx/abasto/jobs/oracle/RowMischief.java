package mx.abasto.jobs.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Rows that quarantine: each reason of contract section 2. */
final class RowMischief {

    private RowMischief() {}

    static Map<String, Mischief> all() {
        Map<String, Mischief> all = new TreeMap<>();
        all.put("field-count-more", garbled((p, line) -> line + ",9"));
        all.put("field-count-less", garbled((p, line) -> line.substring(0, line.lastIndexOf(','))));
        all.put("bad-text", parcels -> parcels.row(p -> p.has("lot")).ifPresent(RowMischief::badText));
        all.put("unclosed-quote-last", parcels -> parcels.row(p -> true).ifPresent(r -> {
            List<String> cells = new ArrayList<>(r.entry().cells);
            String last = cells.remove(cells.size() - 1);
            r.entry().garbled = (Parcel.line(cells) + ",\"" + last).getBytes(StandardCharsets.UTF_8);
        }));
        all.put("unclosed-quote-first", garbled((p, line) -> "\"" + line));
        all.put("text-after-quote", garbled((p, line) -> "\"a\"b" + line.substring(line.indexOf(','))));
        all.put("missing-value", cell("clave", c -> ""));
        all.put("missing-clues", cell("clues", c -> "  "));
        all.put("missing-shipment", parcels -> parcels.row(
                        p -> p.extract.equals("receipts"), r -> r.cell("source").equals("TRANSFER"))
                .ifPresent(r -> r.set("shipment_no", "")));
        all.put("bad-clues", cell("clues", c -> c.toLowerCase(java.util.Locale.ROOT)));
        all.put("bad-clave", cell("clave", c -> c.replace(".", "-")));
        all.put("bad-date", dated(d -> d.substring(8) + "/" + d.substring(5, 7) + "/" + d.substring(0, 4)));
        all.put("no-such-day", dated(d -> d.substring(0, 4) + "-02-30"));
        all.put("future-date", dated(d -> "2031-01-01"));
        all.put("bad-number", cell("quantity", c -> c + ".0"));
        all.put("bad-line-no", cell("line_no", c -> "1e3"));
        all.put("out-of-range", cell("quantity", c -> "92233720368547758080"));
        all.put("bad-sign", cell("quantity", c -> "0"));
        all.put("negative", cell("quantity", c -> c.startsWith("-") ? c : "-" + c));
        all.put("bad-sign-dispensed", cell("dispensed_quantity", c -> "-1"));
        all.put("unknown-source", cell("source", c -> "supplier"));
        all.put("unknown-reason", cell("reason", c -> "EATEN"));
        all.put("unknown-cancelled", parcels -> parcels.row(p -> !p.extract.equals("stock"))
                .ifPresent(r -> r.set("cancelled", "TRUE")));
        all.put("bad-optional-date", parcels -> parcels.row("receipts", "stock", "distributions")
                .ifPresent(r -> r.set("expires_on", "S/C")));
        all.put("key-conflict", parcels -> parcels.row(p -> true).ifPresent(r -> {
            Parcel.Entry entry = r.entry().copy();
            r.parcel().entries.add(entry);
            r.parcel().set(entry, quantityOf(r.parcel()), "77");
        }));
        return all;
    }

    static String quantityOf(Parcel parcel) {
        return parcel.has("dispensed_quantity") ? "dispensed_quantity" : "quantity";
    }

    private static void badText(Parcels.Picked row) {
        row.set("lot", "L\u00D1");
        row.entry().garbled = Parcel.line(row.entry().cells).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Mischief cell(String column, UnaryOperator<String> change) {
        return parcels -> parcels.row(p -> p.has(column)).ifPresent(r -> r.set(column, change.apply(r.cell(column))));
    }

    private static Mischief dated(UnaryOperator<String> change) {
        return parcels -> parcels.row(p -> true).ifPresent(r -> {
            Shape shape = Shape.BY_EXTRACT.get(r.parcel().extract);
            if (shape != null) {
                r.set(shape.dated(), change.apply(r.cell(shape.dated())));
            }
        });
    }

    private interface LineChange {
        String apply(Parcel parcel, String line);
    }

    private static Mischief garbled(LineChange change) {
        BiConsumer<Parcel, Parcel.Entry> garble =
                (p, e) -> e.garbled = change.apply(p, Parcel.line(e.cells)).getBytes(StandardCharsets.UTF_8);
        return parcels -> parcels.row(p -> true).ifPresent(r -> garble.accept(r.parcel(), r.entry()));
    }
}
