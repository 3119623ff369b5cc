package mx.abasto.jobs.oracle;

import java.util.List;

/**
 * What section 3 of the contract lets a user set, as far as the nightly contract depends on it.
 *
 * @param sites what the source's files cover, where neither name nor control says so
 */
public record OracleSettings(
        int transitDays,
        int graceDays,
        int lookbackDays,
        int correctionWindowNights,
        int retireDays,
        List<String> sites) {

    public OracleSettings {
        sites = List.copyOf(sites);
    }

    public static OracleSettings defaults() {
        return new OracleSettings(7, 1, 7, 35, 100, List.of());
    }

    public OracleSettings withSites(List<String> covered) {
        return new OracleSettings(transitDays, graceDays, lookbackDays, correctionWindowNights, retireDays, covered);
    }
}
