package mx.abasto.jobs.oracle.week;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.Row;
import mx.abasto.jobs.oracle.week.WeekReference.Band;
import mx.abasto.jobs.oracle.week.WeekReference.Item;
import mx.abasto.jobs.oracle.week.WeekReference.Site;
import org.jspecify.annotations.Nullable;

/** The key inventory of one week (contract section 7). */
final class KeyInventory {

    static final List<String> FLOWS =
            List.of("received_supplier", "received_transfer", "distributed", "dispensed", "consumed", "adjusted");
    private static final Set<String> OUTWARD = Set.of("distributed", "dispensed", "consumed");
    private static final int AMC_NIGHTS = 91;

    private final Lake lake;
    private final WeekReference reference;
    private final Week week;
    private final int revision;
    private final List<Night> nights;
    private final Night last;
    private final Map<String, Map<String, Band>> assortments = new HashMap<>();
    private final Map<SiteClave, BigInteger> inTransit;

    KeyInventory(Lake lake, WeekReference reference, Week week, int revision) {
        this.lake = lake;
        this.reference = reference;
        this.week = week;
        this.revision = revision;
        this.nights = lake.of(week);
        this.last = lake.night(week.end()).orElseThrow();
        this.inTransit = InTransit.towards(last.rows("shipments"));
        reference.sites().forEach(s -> assortments.put(s.clues(), reference.assortment(s.clues(), week)));
    }

    List<Row> rows() {
        return keys().stream().map(this::row).toList();
    }

    private Set<SiteClave> keys() {
        Set<SiteClave> keys = new TreeSet<>();
        assortments.forEach((clues, claves) -> claves.keySet().forEach(c -> keys.add(new SiteClave(clues, c))));
        for (Night night : nights) {
            night.postings().forEach(posting -> keys.add(posting.key()));
            night.keys().stream().filter(key -> saysSomething(night, key)).forEach(keys::add);
        }
        return keys;
    }

    /** Stock, at the night's beginning, by its end or by a count, or a prescription. */
    private static boolean saysSomething(Night night, SiteClave key) {
        Fact day = night.keyDay(key).orElseThrow();
        return Stream.of("opening", "book", "counted", "prescribed")
                .anyMatch(column -> day.pieces(column).signum() != 0);
    }

    private Row row(SiteClave key) {
        Optional<Site> site = reference.site(key.clues());
        Optional<Item> item = reference.item(key.clave());
        Row row = new Row()
                .with("week", week.name())
                .with("week_start", week.start())
                .with("week_end", week.end())
                .with("revision", revision)
                .with("clues", key.clues())
                .with("site_name", orNull(site, Site::name))
                .with("kind", orNull(site, Site::kind))
                .with("state", orNull(site, Site::state))
                .with("region", site.map(Site::region).orElse(null))
                .with("clave", key.clave())
                .with("description", orNull(item, Item::description))
                .with("group", orNull(item, Item::group))
                .with("programme", item.map(Item::programme).orElse(null));
        BigInteger closing = addFlows(row, key);
        LastCount.of(lake, week, key).ifPresentOrElse(count -> count.addTo(row), () -> LastCount.addNone(row));
        addStock(row, key);
        BigDecimal amc = Demand.amc(
                lake.lastUpTo(week.end(), AMC_NIGHTS),
                key,
                site.map(Site::isWarehouse).orElse(false));
        long reported = nights.stream().filter(n -> n.reports(key.clues())).count();
        BigInteger prescribed = overWeek(key, "prescribed");
        BigInteger filled = overWeek(key, "filled");
        return row.with("amc", amc)
                .with("months_of_stock", Rate.ofDemand(new BigDecimal(closing), amc))
                .with("stock_status", status(key, reported, closing, amc))
                .with(
                        "stockout_days",
                        nights.stream().filter(n -> n.book(key).signum() <= 0).count())
                .with("prescribed", prescribed)
                .with("filled", filled)
                .with("fill_rate", Rate.of(filled, prescribed, 4))
                .with("value", value(closing, item.map(Item::unitPrice).orElse(null)))
                .with("nights_reported", reported)
                .with("open_discrepancies", openDiscrepancies(key));
    }

    private static <T> @Nullable String orNull(Optional<T> of, Function<T, String> name) {
        return of.map(name).orElse(null);
    }

    static @Nullable BigDecimal value(BigInteger pieces, @Nullable BigDecimal unitPrice) {
        return unitPrice == null ? null : unitPrice.multiply(new BigDecimal(pieces));
    }

    /** Gives the closing, which the flows make of the opening. */
    private BigInteger addFlows(Row row, SiteClave key) {
        Map<String, BigInteger> sums = new HashMap<>();
        BigInteger priorPeriod = BigInteger.ZERO;
        for (Night night : nights) {
            for (Posting posting : night.postings()) {
                if (posting.key().equals(key)) {
                    sums.merge(posting.column(), posting.counted(), BigInteger::add);
                    if (!posting.isOpening() && posting.eventOn().isBefore(week.start())) {
                        priorPeriod = priorPeriod.add(posting.effect());
                    }
                }
            }
        }
        BigInteger closeBefore = lake.night(week.start().minusDays(1))
                .map(night -> night.book(key))
                .orElse(BigInteger.ZERO);
        BigInteger opening = closeBefore.add(sums.getOrDefault("opening", BigInteger.ZERO));
        row.with("opening", opening);
        BigInteger closing = opening;
        for (String flow : FLOWS) {
            BigInteger sum = sums.getOrDefault(flow, BigInteger.ZERO);
            row.with(flow, sum);
            closing = OUTWARD.contains(flow) ? closing.subtract(sum) : closing.add(sum);
        }
        if (!closing.equals(last.book(key))) {
            throw new IllegalStateException("%s: the postings of %s close at %s, the night at %s"
                    .formatted(key, week, closing, last.book(key)));
        }
        row.with("prior_period", priorPeriod).with("closing", closing);
        return closing;
    }

    /** What is on the road and what expires. */
    private void addStock(Row row, SiteClave key) {
        row.with("in_transit", inTransit.getOrDefault(key, BigInteger.ZERO))
                .with("expired", expiring(key, LocalDate.MIN, week.end().minusDays(1)))
                .with("expiring_30", expiring(key, week.end(), week.end().plusDays(30)))
                .with("expiring_90", expiring(key, week.end(), week.end().plusDays(90)))
                .with("expiring_180", expiring(key, week.end(), week.end().plusDays(180)));
    }

    private BigInteger expiring(SiteClave key, LocalDate from, LocalDate to) {
        BigInteger pieces = BigInteger.ZERO;
        for (Fact cell : last.cells(key)) {
            LocalDate expiresOn = cell.day("expires_on");
            if (expiresOn != null && !expiresOn.isBefore(from) && !expiresOn.isAfter(to)) {
                pieces = pieces.add(cell.pieces("book").max(BigInteger.ZERO));
            }
        }
        return pieces;
    }

    private String status(SiteClave key, long reported, BigInteger closing, @Nullable BigDecimal amc) {
        if (reported == 0) {
            return "NOT_REPORTED";
        }
        if (closing.signum() <= 0) {
            return "OUT";
        }
        if (amc == null || amc.signum() <= 0) {
            return "NO_DEMAND";
        }
        Band band = band(key);
        BigDecimal lasts = new BigDecimal(closing).multiply(Rate.DAYS_OF_A_MONTH);
        if (band.minDays() != null && lasts.compareTo(amc.multiply(BigDecimal.valueOf(band.minDays()))) < 0) {
            return "LOW";
        }
        boolean isOver =
                band.maxDays() != null && lasts.compareTo(amc.multiply(BigDecimal.valueOf(band.maxDays()))) > 0;
        return isOver ? "OVER" : "OPTIMAL";
    }

    private Band band(SiteClave key) {
        return assortments.getOrDefault(key.clues(), Map.of()).getOrDefault(key.clave(), new Band(null, null));
    }

    private BigInteger overWeek(SiteClave key, String column) {
        return nights.stream()
                .flatMap(night -> night.keyDay(key).stream())
                .map(day -> day.pieces(column))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private long openDiscrepancies(SiteClave key) {
        return last.openDiscrepancies()
                .filter(row -> row.is("clues", key.clues()) && row.is("clave", key.clave()))
                .count();
    }
}
