package mx.abasto.jobs.oracle;

/** What section 3 of the contract lets a user set, as far as the nightly contract depends on it. */
public record OracleSettings(
        int transitDays, int graceDays, int lookbackDays, int correctionWindowNights, int retireDays) {

    public static OracleSettings defaults() {
        return new OracleSettings(7, 1, 7, 35, 100);
    }

    OracleSettings withRetireDays(int days) {
        return new OracleSettings(transitDays, graceDays, lookbackDays, correctionWindowNights, days);
    }
}
