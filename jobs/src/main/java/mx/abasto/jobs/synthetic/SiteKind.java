package mx.abasto.jobs.synthetic;

/** What a site is, as {@code sites.csv} names it (contract section 1). */
public enum SiteKind {
    CENTRAL_WAREHOUSE(false),
    STATE_WAREHOUSE(false),
    HOSPITAL(true),
    HEALTH_CENTRE(true);

    private final boolean unit;

    SiteKind(boolean unit) {
        this.unit = unit;
    }

    /** Whether it treats patients. */
    public boolean isUnit() {
        return unit;
    }
}
