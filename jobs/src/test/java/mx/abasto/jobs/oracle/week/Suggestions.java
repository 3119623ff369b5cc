package mx.abasto.jobs.oracle.week;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import mx.abasto.jobs.oracle.Row;
import mx.abasto.jobs.oracle.week.WeekReference.Band;
import mx.abasto.jobs.oracle.week.WeekReference.Item;
import org.jspecify.annotations.Nullable;

/**
 * Transfers within a state, one after the other: each taker in the order of its need takes from the lots that still
 * hold and whose givers may still give.
 */
final class Suggestions {

    /**
     * A site's clave, as far as transfers look at it.
     *
     * @param band NULL where the site is not authorised to hold the clave
     */
    record Holding(
            SiteClave key,
            @Nullable String state,
            String status,
            BigInteger closing,
            BigInteger inTransit,
            BigInteger unfilled,
            @Nullable BigDecimal amc,
            @Nullable Band band) {

        boolean isLacking() {
            return status.equals("OUT") || status.equals("LOW");
        }

        boolean isInDemand() {
            return amc != null && amc.signum() > 0;
        }

        /** Pieces up to its min_days; without demand, what was asked for in vain; less what is on the road. */
        BigInteger need() {
            if (state == null || band == null || !isLacking()) {
                return BigInteger.ZERO;
            }
            return wanted(band).subtract(inTransit).max(BigInteger.ZERO);
        }

        private BigInteger wanted(Band band) {
            if (amc == null || !isInDemand()) {
                return unfilled;
            }
            Integer minDays = band.minDays();
            return minDays == null
                    ? BigInteger.ZERO
                    : Rate.piecesFor(minDays, amc).subtract(closing.max(BigInteger.ZERO));
        }

        /** Pieces above its max_days, or above its min_days where that is empty. */
        BigInteger surplus() {
            if (state == null || band == null || amc == null || !status.equals("OVER")) {
                return BigInteger.ZERO;
            }
            Integer keptDays = band.maxDays() == null ? band.minDays() : band.maxDays();
            return keptDays == null
                    ? BigInteger.ZERO
                    : closing.subtract(Rate.piecesFor(keptDays, amc)).max(BigInteger.ZERO);
        }

        boolean isNear(Holding other) {
            return Objects.equals(state, other.state) && key.clave().equals(other.key.clave());
        }
    }

    /**
     * Who could give and take.
     *
     * @param lots what each lot of a giver holds
     * @param isGood whether a lot may go to a taker
     */
    record Market(List<Holding> holdings, Map<Lot, BigInteger> lots, BiPredicate<Lot, Holding> isGood) {}

    /** Pieces of a lot for a taker. */
    private record Grant(Holding taker, Lot lot, BigInteger pieces) {

        boolean concerns(Holding holding) {
            return holding.equals(taker) || holding.equals(lot.giver());
        }
    }

    /** A giver's lot. */
    record Lot(Holding giver, String lot, @Nullable LocalDate expiresOn) {}

    private static final Comparator<Holding> FIRST_TO_TAKE = Comparator.comparing(
                    (Holding taker) -> taker.status().equals("OUT") ? 0 : 1)
            .thenComparing(Suggestions::byDaysOfStock)
            .thenComparing(Holding::need, Comparator.reverseOrder())
            .thenComparing(taker -> taker.key().clues());
    private static final Comparator<Lot> FIRST_TO_GO = Comparator.comparing(
                    Lot::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(lot -> lot.giver().key().clues())
            .thenComparing(Lot::lot);

    private final WeekReference reference;
    private final Week week;
    private final int revision;
    private final List<Holding> holdings = new ArrayList<>();
    private final Map<Lot, BigInteger> lots = new HashMap<>();

    Suggestions(Lake lake, WeekReference reference, Week week, int revision, List<Row> inventory) {
        this.reference = reference;
        this.week = week;
        this.revision = revision;
        inventory.forEach(row -> holdings.add(holding(new Fact(row))));
        Night last = lake.night(week.end()).orElseThrow();
        for (Holding giver : holdings) {
            for (Fact cell : giver.surplus().signum() > 0 ? last.cells(giver.key()) : List.<Fact>of()) {
                if (cell.pieces("book").signum() > 0) {
                    lots.put(new Lot(giver, cell.name("lot"), cell.day("expires_on")), cell.pieces("book"));
                }
            }
        }
    }

    private Holding holding(Fact row) {
        SiteClave key = row.key();
        String amc = row.text("amc");
        return new Holding(
                key,
                row.text("state"),
                row.name("stock_status"),
                row.pieces("closing"),
                row.pieces("in_transit"),
                row.pieces("prescribed").subtract(row.pieces("filled")),
                amc == null ? null : new BigDecimal(amc),
                reference.assortment(key.clues(), week).get(key.clave()));
    }

    Market market() {
        return new Market(holdings, lots, this::mayGo);
    }

    private boolean mayGo(Lot lot, Holding taker) {
        return !isExpired(lot) && !isRecalled(lot) && arrivesInTime(lot, taker);
    }

    private boolean isExpired(Lot lot) {
        return lot.expiresOn() != null && lot.expiresOn().isBefore(week.end());
    }

    private boolean isRecalled(Lot lot) {
        return reference.isRecalledBy(week.end(), lot.giver().key().clave(), lot.lot());
    }

    /** Whether it arrives before it expires, if it leaves at week end. */
    private boolean arrivesInTime(Lot lot, Holding taker) {
        int days = reference.transitDays(lot.giver().key().clues(), taker.key().clues());
        return lot.expiresOn() == null || week.end().plusDays(days).isBefore(lot.expiresOn());
    }

    /** Those of {@link SuggestionCases#ALL} that came up, each as often as it did. */
    List<String> cases() {
        return SuggestionCases.of(market(), this::isRecalled);
    }

    List<Row> rows() {
        List<Grant> grants = grants();
        return grants.stream().map(grant -> row(grant, grants)).toList();
    }

    private List<Grant> grants() {
        Map<Lot, BigInteger> left = new HashMap<>(lots);
        Map<Holding, BigInteger> surplus = new HashMap<>();
        List<Grant> grants = new ArrayList<>();
        List<Holding> takers = holdings.stream()
                .filter(taker -> taker.need().signum() > 0)
                .sorted(FIRST_TO_TAKE)
                .toList();
        List<Lot> inOrder = lots.keySet().stream().sorted(FIRST_TO_GO).toList();
        for (Holding taker : takers) {
            BigInteger need = taker.need();
            for (Lot lot : inOrder) {
                if (lot.giver().isNear(taker) && mayGo(lot, taker)) {
                    BigInteger spare =
                            surplus.getOrDefault(lot.giver(), lot.giver().surplus());
                    BigInteger held = requireNonNull(left.get(lot));
                    BigInteger pieces = need.min(spare).min(held);
                    if (pieces.signum() > 0) {
                        need = need.subtract(pieces);
                        surplus.put(lot.giver(), spare.subtract(pieces));
                        left.put(lot, held.subtract(pieces));
                        grants.add(new Grant(taker, lot, pieces));
                    }
                }
            }
        }
        return grants;
    }

    private Row row(Grant grant, List<Grant> all) {
        Holding taker = grant.taker();
        Lot lot = grant.lot();
        Holding giver = lot.giver();
        Optional<Item> item = reference.item(taker.key().clave());
        return new Row()
                .with("week", week.name())
                .with("week_end", week.end())
                .with("revision", revision)
                .with("state", taker.state())
                .with("clave", taker.key().clave())
                .with("description", item.map(Item::description).orElse(null))
                .with("programme", item.map(Item::programme).orElse(null))
                .with("taker_clues", taker.key().clues())
                .with("taker_name", name(taker))
                .with("taker_status", taker.status())
                .with("taker_closing", taker.closing())
                .with("taker_need", taker.need())
                .with("giver_clues", giver.key().clues())
                .with("giver_name", name(giver))
                .with("giver_closing", giver.closing())
                .with("giver_surplus", giver.surplus())
                .with("lot", lot.lot())
                .with("expires_on", lot.expiresOn())
                .with("quantity", grant.pieces())
                .with("taker_days_before", Rate.days(taker.closing(), taker.amc()))
                .with("taker_days_after", Rate.days(taker.closing().add(moved(taker, all)), taker.amc()))
                .with("giver_days_before", Rate.days(giver.closing(), giver.amc()))
                .with("giver_days_after", Rate.days(giver.closing().subtract(moved(giver, all)), giver.amc()))
                .with(
                        "value",
                        KeyInventory.value(
                                grant.pieces(), item.map(Item::unitPrice).orElse(null)));
    }

    private @Nullable String name(Holding holding) {
        return reference
                .site(holding.key().clues())
                .map(WeekReference.Site::name)
                .orElse(null);
    }

    /** All pieces that a site gives or gets of a clave. */
    private static BigInteger moved(Holding holding, List<Grant> all) {
        return all.stream()
                .filter(grant -> grant.concerns(holding))
                .map(Grant::pieces)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Nothing is rounded; a site without demand has no days of stock, and comes last. */
    private static int byDaysOfStock(Holding one, Holding other) {
        if (one.amc() == null || other.amc() == null || !one.isInDemand() || !other.isInDemand()) {
            return Boolean.compare(!one.isInDemand(), !other.isInDemand());
        }
        return new BigDecimal(one.closing())
                .multiply(other.amc())
                .compareTo(new BigDecimal(other.closing()).multiply(one.amc()));
    }
}
