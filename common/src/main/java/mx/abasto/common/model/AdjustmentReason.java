package mx.abasto.common.model;

/** Why a site's stock was adjusted, and which way each reason may move it (contract section 2). */
public enum AdjustmentReason {
    EXPIRED(Direction.OUT),
    DAMAGED(Direction.OUT),
    LOST(Direction.OUT),
    STOLEN(Direction.OUT),
    RECALLED(Direction.OUT),
    RETURNED_TO_SUPPLIER(Direction.OUT),
    DONATED_OUT(Direction.OUT),
    FOUND(Direction.IN),
    DONATED_IN(Direction.IN),
    RETURNED_BY_PATIENT(Direction.IN),
    RECOUNT(Direction.EITHER);

    private enum Direction {
        OUT,
        IN,
        EITHER
    }

    private final Direction direction;

    AdjustmentReason(Direction direction) {
        this.direction = direction;
    }

    /** Whether an adjustment of that many pieces, signed, can have this reason; zero never can. */
    public boolean allows(long quantity) {
        return switch (direction) {
            case OUT -> quantity < 0;
            case IN -> quantity > 0;
            case EITHER -> quantity != 0;
        };
    }
}
