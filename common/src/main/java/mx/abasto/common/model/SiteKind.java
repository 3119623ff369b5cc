package mx.abasto.common.model;

/** What kind of health establishment a site is (contract section 1). */
public enum SiteKind {
    CENTRAL_WAREHOUSE,
    STATE_WAREHOUSE,
    HOSPITAL,
    HEALTH_CENTRE
}
