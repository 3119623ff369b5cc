package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every lot of the network by item. A lot's expiry is fixed when it is made. */
final class Lots {

    private static final int OPENING_LOTS = 3;
    private static final int FRESH_DAYS = 20;

    private final long seed;
    private final Nights nights;
    private final List<List<Lot>> named = new ArrayList<>();
    private final List<@Nullable Lot> shortDated = new ArrayList<>();
    private final List<Lot> lotless = new ArrayList<>();
    private final List<Lot> recalled = new ArrayList<>();

    Lots(List<Item> items, Nights nights, long seed) {
        this.seed = seed;
        this.nights = nights;
        int recalledItem = recalledItem(items);
        for (Item item : items) {
            lotless.add(new Lot(item, "", null, null));
            named.add(new ArrayList<>());
            shortDated.add(null);
            if (!item.lotless()) {
                makeOpeningLots(item, item.index() == recalledItem);
            }
        }
    }

    private int recalledItem(List<Item> items) {
        List<Item> candidates = items.stream()
                .filter(item -> item.isOf("MEDICINE") && item.programme().isEmpty())
                .toList();
        return nights.count() < 4 || candidates.isEmpty()
                ? -1
                : Dice.of(seed, "recall").pick(candidates).index();
    }

    private void makeOpeningLots(Item item, boolean recallFirst) {
        Dice dice = Dice.of(seed, "opening lots", item.index());
        for (int i = 0; i < OPENING_LOTS; i++) {
            LocalDate recalledOn = recallFirst && i == 0
                    ? nights.writeOffDay(nights.date((int) dice.between(nights.count() / 3, nights.count() * 2 / 3)))
                    : null;
            Lot lot = make(item, nights.from().plusDays(dice.between(120, 900)), recalledOn);
            if (recalledOn != null) {
                recalled.add(lot);
            }
        }
        if (item.index() % 4 == 1 || dice.chance(10)) {
            // One at least in the second half of the nights, whatever the dice say.
            LocalDate expiry = item.index() == 1
                    ? nights.date((int) dice.between(nights.last() / 2, nights.last() - 2))
                    : nights.from().plusDays(dice.between(1, nights.count() + 6));
            shortDated.set(item.index(), make(item, expiry, null));
        }
    }

    /** A lot from a supplier or a donor. */
    Lot make(Item item, LocalDate expiresOn) {
        return make(item, expiresOn, null);
    }

    /** A lot that is recalled from a date on. */
    Lot makeRecalled(Item item, LocalDate expiresOn, LocalDate recalledOn) {
        Lot lot = make(item, expiresOn, recalledOn);
        recalled.add(lot);
        return lot;
    }

    private Lot make(Item item, LocalDate expiry, @Nullable LocalDate recalledOn) {
        if (item.lotless()) {
            return lotless(item);
        }
        List<Lot> lots = named.get(item.index());
        int year = expiry.minusYears(3).getYear() % 100;
        char letter = (char) ('A' + item.index() % 26);
        String code = "%02d%c%04d%02d".formatted(year, letter, item.index() + 1, lots.size() + 1);
        // An expired lot is written off the day after.
        LocalDate expiresOn = nights.writeOffDay(expiry.plusDays(1)).minusDays(1);
        Lot lot = new Lot(item, code, expiresOn, recalledOn);
        lots.add(lot);
        return lot;
    }

    /** Stock of the item that carries no lot. */
    Lot lotless(Item item) {
        return lotless.get(item.index());
    }

    /** The long-lived lots that the network opens with; for items without lots, their only one. */
    List<Lot> opening(Item item) {
        return item.lotless() ? List.of(lotless(item)) : named.get(item.index()).subList(0, OPENING_LOTS);
    }

    /** The lot that expires soon, for some items. */
    @Nullable
    Lot shortDated(Item item) {
        return shortDated.get(item.index());
    }

    List<Lot> recalled() {
        return recalled;
    }

    /** Whether the lot may set out on the date: it arrives fresh and, in long runs, before its recall. */
    boolean mayShip(Lot lot, LocalDate date) {
        LocalDate recalledOn = lot.recalledOn();
        return lot.outlives(date.plusDays(FRESH_DAYS))
                && (recalledOn == null
                        || !nights.isLong()
                        || date.plusDays(Routes.DEFAULT_TRANSIT_DAYS).isBefore(recalledOn));
    }
}
