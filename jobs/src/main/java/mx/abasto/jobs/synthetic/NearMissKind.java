package mx.abasto.jobs.synthetic;

/** What looks like a fault and is none. */
enum NearMissKind {
    FILLED_IN_PARTS_ELSEWHERE,
    LINE_SENT_TWICE,
    CORRECTED_THE_SAME_NIGHT,
    CANCELLED_THE_SAME_NIGHT,
    WITHIN_TOLERANCE,
    DISPENSED_ON_EXPIRY_DAY,
    EXPIRES_TONIGHT,
    RECALLED_A_DAY_LATER,
    RECEIVED_ON_DUE_DAY,
    RECEIVED_IN_PARTS,
    RECEIVED_WITHIN_GRACE,
    ORDER_PART_ON_DUE_DAY,
    FILE_SENT_TWICE,
    CONTROL_RIGHT,
    CONTROL_WITHOUT_ROWS,
    FORMER_CODE,
    PRESCRIPTIONS_OF_THE_WINDOW;

    /** Comes when its day does: it waits from the beginning. */
    boolean isOfADate() {
        return this == DISPENSED_ON_EXPIRY_DAY || this == EXPIRES_TONIGHT || this == RECALLED_A_DAY_LATER;
    }

    boolean isInFiles() {
        return compareTo(FILE_SENT_TWICE) >= 0;
    }

    boolean isOnAShelf() {
        return this == WITHIN_TOLERANCE || this == EXPIRES_TONIGHT;
    }

    boolean isOnTheRoad() {
        return compareTo(RECEIVED_ON_DUE_DAY) >= 0 && !isInFiles();
    }
}
