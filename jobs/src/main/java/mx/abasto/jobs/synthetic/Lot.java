package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lot of an item. One object a lot: compare by identity. */
final class Lot {

    private final Item item;
    private final String code;
    private final @Nullable LocalDate expiresOn;
    private final @Nullable LocalDate recalledOn;

    Lot(Item item, String code, @Nullable LocalDate expiresOn, @Nullable LocalDate recalledOn) {
        this.item = item;
        this.code = code;
        this.expiresOn = expiresOn;
        this.recalledOn = recalledOn;
    }

    Item item() {
        return item;
    }

    /** As extracts carry it: empty for stock without a lot. */
    String code() {
        return code;
    }

    /** As discrepancies name it (contract section 2). */
    String title() {
        return code.isEmpty() ? "NO-LOT" : code;
    }

    @Nullable
    LocalDate expiresOn() {
        return expiresOn;
    }

    @Nullable
    LocalDate recalledOn() {
        return recalledOn;
    }

    String expiryText() {
        return expiresOn == null ? "" : expiresOn.toString();
    }

    boolean isNamed() {
        return !code.isEmpty();
    }

    boolean hasExpiredBy(LocalDate date) {
        return expiresOn != null && expiresOn.isBefore(date);
    }

    boolean isRecalledBy(LocalDate date) {
        return recalledOn != null && !recalledOn.isAfter(date);
    }

    boolean outlives(LocalDate date) {
        return expiresOn == null || expiresOn.isAfter(date);
    }

    /** First to expire, first out; stock without an expiry goes last. */
    boolean goesBefore(Lot other) {
        if (expiresOn == null || other.expiresOn == null) {
            return expiresOn != null || (other.expiresOn == null && code.compareTo(other.code) < 0);
        }
        int order = expiresOn.compareTo(other.expiresOn);
        return order < 0 || (order == 0 && code.compareTo(other.code) < 0);
    }
}
