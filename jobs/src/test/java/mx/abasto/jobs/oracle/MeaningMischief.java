package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Rows that read well and say something wrong: duplicates, corrections, and what the rules look for. */
final class MeaningMischief {

    private static final Predicate<Parcels.Picked> TRANSFER =
            r -> r.cell("source").equals("TRANSFER");

    private MeaningMischief() {}

    static Map<String, Mischief> all() {
        Map<String, Mischief> all = new TreeMap<>();
        all.put("duplicate", ps -> ps.row(p -> true).ifPresent(r -> {
            int at = ps.random.nextInt(r.parcel().entries.size() + 1);
            r.parcel().entries.add(at, r.entry().copy());
        }));
        all.put("corrected-quantity", ps -> ps.row(p -> true).ifPresent(r -> {
            Parcels.Picked sent = ps.resend(r);
            quantity(sent, 1 + ps.random.nextInt(30));
        }));
        all.put("corrected-lot", resent("lot", "L", 4));
        all.put("corrected-date", ps -> ps.row("receipts", "distributions", "consumptions", "adjustments")
                .ifPresent(r -> Cells.date(r.cell(dated(r))).ifPresent(date -> ps.resend(r)
                        .set(dated(r), date.minusDays(1 + ps.random.nextInt(9)).toString()))));
        all.put("corrected-expiry", ps -> ps.row("receipts", "distributions", "adjustments", "stock")
                .ifPresent(r -> ps.resend(r).set("expires_on", ps.random.nextBoolean() ? "2025-01-10" : "2029-01-31")));
        all.put("corrected-back", ps -> ps.row(p -> !p.extract.equals("stock")).ifPresent(r -> {
            quantity(ps.resend(r), 3);
            ps.resend(r);
        }));
        all.put("cancelled", ps -> ps.row(p -> !p.extract.equals("stock"))
                .ifPresent(r -> ps.resend(r).set("cancelled", "true")));
        all.put("cancelled-at-once", ps -> ps.row(p -> !p.extract.equals("stock"))
                .ifPresent(r -> r.set("cancelled", "true")));
        all.put("cancelled-false", ps -> ps.row(p -> !p.extract.equals("stock"))
                .ifPresent(r -> ps.resend(r).set("cancelled", "false")));
        all.put("unknown-clave", change(r -> r.set("clave", "010.999.0001.00")));
        all.put("unknown-site", change(r -> r.set("clues", "OCIMB099991")));
        all.put("unknown-state", change(r -> r.set("clues", "XXIMB000014")));
        all.put("unknown-clave-moved", ps -> ps.row("distributions", "orders")
                .ifPresent(r -> r.set("clave", "010.999.0002.00")));
        all.put("unknown-destination", ps -> ps.row("distributions", "orders")
                .ifPresent(r -> r.set("destination_clues", "OCIMB099985")));
        all.put("receipt-elsewhere", ps -> ps.row(p -> p.extract.equals("receipts"), TRANSFER)
                .ifPresent(r -> otherSite(ps, r).ifPresent(s -> r.set("clues", s))));
        all.put("wrong-lot", ps -> ps.row(p -> p.extract.equals("receipts"), TRANSFER)
                .ifPresent(r -> r.set("lot", "L" + ps.random.nextInt(5))));
        all.put("no-lot", change(r -> r.set("lot", "")));
        all.put("received-other-quantity", ps -> ps.row(p -> p.extract.equals("receipts"))
                .ifPresent(r -> quantity(r, 1 + ps.random.nextInt(9))));
        all.put("received-twice", ps -> ps.row(p -> p.extract.equals("receipts"))
                .ifPresent(r -> {
                    Parcels.Picked again = ps.resend(r);
                    again.set("receipt_no", ps.fresh("R"));
                }));
        all.put("received-early", ps -> ps.row(p -> p.extract.equals("receipts"), TRANSFER)
                .ifPresent(r -> r.set("received_on", "2025-01-05")));
        all.put("shipment-not-sent", ps -> ps.row("distributions")
                .ifPresent(r -> r.parcel().entries.remove(r.entry())));
        all.put("shipment-not-received", ps -> ps.row(p -> p.extract.equals("receipts"), TRANSFER)
                .ifPresent(r -> r.parcel().entries.remove(r.entry())));
        all.put("order-not-sent", ps -> ps.row("orders")
                .ifPresent(r -> r.parcel().entries.remove(r.entry())));
        all.put("order-not-received", ps -> ps.row(p -> p.extract.equals("receipts"), TRANSFER.negate())
                .ifPresent(r -> r.parcel().entries.remove(r.entry())));
        all.put("order-unknown", ps -> ps.row(p -> p.extract.equals("receipts"), TRANSFER.negate())
                .ifPresent(r -> r.set("order_no", ps.fresh("O"))));
        all.put("dispensed-elsewhere-too", ps -> ps.row("dispensations").ifPresent(r -> {
            Parcels.Picked again = ps.resend(r);
            otherSite(ps, r).ifPresent(s -> {
                again.set("clues", s);
                again.parcel().who = s;
            });
        }));
        all.put("over-dispensed", ps -> ps.row("dispensations").ifPresent(r -> {
            Parcels.Picked again = ps.resend(r);
            again.set("line_no", "2");
            again.set("dispensed_quantity", String.valueOf(ps.random.nextInt(4)));
        }));
        all.put("denied", ps -> ps.row("dispensations").ifPresent(r -> r.set("dispensed_quantity", "0")));
        all.put("recalled", ps -> ps.row("dispensations")
                .ifPresent(r -> ps.recalls.add(r.cell("clave") + ","
                        + (r.cell("lot").isBlank() ? "NO-LOT" : r.cell("lot")) + ",A"
                        + (ps.recalls.size() + 1) + "," + r.cell("dispensed_on"))));
        all.put("miscounted", ps -> ps.row("stock").ifPresent(r -> quantity(r, ps.random.nextInt(60))));
        all.put("off-by-little", ps -> ps.row("stock")
                .ifPresent(r -> quantity(r, Long.parseLong(r.cell("quantity")) + 1 + ps.random.nextInt(3))));
        all.put("not-counted", ps -> ps.row("stock")
                .ifPresent(r -> r.parcel().entries.remove(r.entry())));
        all.put("phantom", ps -> ps.row("stock").ifPresent(r -> {
            Parcel.Entry entry = r.entry().copy();
            r.parcel().entries.add(entry);
            r.parcel().set(entry, "lot", ps.fresh("PH"));
        }));
        all.put("dispensed-lot-never-had", ps -> ps.row("dispensations", "consumptions")
                .ifPresent(r -> r.set("lot", ps.fresh("NH"))));
        all.put("used-too-much", ps -> ps.row("dispensations", "consumptions", "distributions")
                .ifPresent(r -> quantity(r, 400 + ps.random.nextInt(100))));
        all.put("other-expiry", ps -> ps.row("receipts", "stock", "distributions")
                .ifPresent(r -> r.set("expires_on", "2025-01-0" + (6 + ps.random.nextInt(4)))));
        all.put("bad-adjustment", ps -> ps.row("adjustments").ifPresent(r -> {
            r.set("reason", "RECOUNT");
            r.set("quantity", String.valueOf(ps.random.nextInt(50) + 1));
        }));
        all.put("falls-silent", ps -> ps.file(p -> p.extract.equals("dispensations")
                        && p.folder.isAfter(ps.lastNight().minusDays(16))
                        && p.folder.isBefore(ps.lastNight().minusDays(7)))
                .ifPresent(p -> {
                    LocalDate end = p.folder.plusDays(7L + ps.random.nextInt(9));
                    ps.all.stream()
                            .filter(o -> o.who.equals(p.who)
                                    && Set.of("dispensations", "consumptions").contains(o.extract))
                            .filter(o -> !o.folder.isBefore(p.folder) && o.folder.isBefore(end))
                            .forEach(o -> o.entries.clear());
                }));
        all.put("writes-off-much", ps -> ps.row("stock").ifPresent(r -> writeOffMuch(ps, r)));
        all.put("opens-late", ps -> ps.file(p -> p.extract.equals("stock"))
                .ifPresent(p -> ps.all.removeIf(
                        o -> o.extract.equals("stock") && o.who.equals(p.who) && o.folder.isBefore(p.folder))));
        return all;
    }

    /** A little every few nights, and far more on one of the last six. */
    private static void writeOffMuch(Parcels ps, Parcels.Picked held) {
        List<Parcel> files = ps.all.stream()
                .filter(p -> p.extract.equals("adjustments") && p.broken == null && p.who.equals(held.parcel().who))
                .toList();
        for (Parcel file : files) {
            boolean isLate = file.folder.isAfter(ps.lastNight().minusDays(6));
            if (ps.random.nextInt(3) == 0) {
                int pieces = isLate ? 500 + ps.random.nextInt(2_000) : 1 + ps.random.nextInt(9);
                Parcel.Entry entry = new Parcel.Entry(Collections.nCopies(file.header.size(), ""));
                file.entries.add(entry);
                file.set(entry, "document_no", ps.fresh("W"));
                file.set(entry, "line_no", "1");
                file.set(entry, "clues", held.cell("clues"));
                file.set(entry, "adjusted_on", file.date.toString());
                file.set(entry, "reason", "LOST");
                file.set(entry, "clave", held.cell("clave"));
                file.set(entry, "lot", held.cell("lot"));
                file.set(entry, "quantity", "-" + pieces);
            }
        }
    }

    private static String dated(Parcels.Picked row) {
        return Shape.BY_EXTRACT.getOrDefault(row.parcel().extract, Shape.STOCK).dated();
    }

    private static Mischief change(Consumer<Parcels.Picked> change) {
        return ps -> ps.row(p -> p.has("clues") && p.has("lot")).ifPresent(change);
    }

    private static Mischief resent(String column, String prefix, int many) {
        return ps -> ps.row(p -> p.has(column) && !p.extract.equals("stock"))
                .ifPresent(r -> ps.resend(r).set(column, prefix + ps.random.nextInt(many)));
    }

    private static void quantity(Parcels.Picked row, long pieces) {
        String column = RowMischief.quantityOf(row.parcel());
        row.set(column, (row.cell(column).startsWith("-") ? "-" : "") + pieces);
    }

    private static Optional<String> otherSite(Parcels ps, Parcels.Picked row) {
        List<String> sites = ps.all.stream()
                .map(p -> p.who)
                .filter(w -> Cells.isClues(w) && !w.equals(row.cell("clues")))
                .distinct()
                .toList();
        return ps.any(sites);
    }
}
