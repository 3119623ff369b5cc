package mx.abasto.jobs.synthetic.national;

import mx.abasto.jobs.synthetic.Dice;

/** How often things go wrong: once in so many. Together some thousands of discrepancies a night of the nation. */
enum Mishap {
    /** A cell from which pieces vanish unseen (STK-01). */
    LOSS(6_000),
    /** A line that arrives with fewer pieces than were sent (SHP-03). */
    SHORT(600),
    /** A shipment that never arrives (SHP-01). */
    LOST_SHIPMENT(1_000),
    /** A line that arrives as another lot (SHP-05). */
    SUBSTITUTED(1_500),
    /** A line received under another expiry (SHP-06, LOT-02). */
    OTHER_EXPIRY(3_000),
    /** A line that is received twice (SHP-08, STK-01). */
    RECEIVED_TWICE(5_000),
    /** A line that is received under a shipment that nobody sent (SHP-02, in the end SHP-01). */
    WRONG_SHIPMENT(5_000),
    /** A dispensed line that is mistyped by a piece, and corrected on the next night (STK-01 until then). */
    MISTYPED(5_000),
    /** A dispensed line with a lot that the site never had (DSP-01, LOT-01, STK-01). */
    WRONG_LOT(40_000),
    /** A dispensed line with more than was prescribed (DSP-03). */
    TOO_MUCH(50_000),
    /** A prescription that another site fills too (DSP-04). */
    FILLED_AGAIN(20_000),
    /** A line that is in its file twice, which is a duplicate and nothing else. */
    TYPED_TWICE(50_000),
    /** A unit whose dispensations have a row without a date that can be read (EXT-04). */
    UNREADABLE(100),
    /** A unit that sends nothing tonight, and everything tomorrow (EXT-01, EXT-02). */
    SILENT(1_000),
    /** A control that says a row too many (EXT-05). */
    WRONG_CONTROL(10_000),
    /** An order that comes late (ORD-01). */
    LATE_ORDER(12),
    /** An order that does not come (ORD-01). */
    LOST_ORDER(60),
    /** An order of which more comes than was ordered (ORD-02). */
    OVER_DELIVERED(200),
    /** Expired pieces that are left where they are (STK-04). */
    EXPIRED_KEPT(20);

    private final int oneIn;

    Mishap(int oneIn) {
        this.oneIn = oneIn;
    }

    boolean befalls(Dice dice) {
        return dice.below(oneIn) == 0;
    }
}
