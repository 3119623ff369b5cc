package mx.abasto.jobs.synthetic;

/**
 * What {@link Generator} wrote.
 *
 * @param files extract files
 * @param rows rows of the extract files, headers apart, spoiled rows included
 * @param faults faults planted
 * @param discrepancies rows of {@code truth.csv}: the faults' discrepancies and their consequences
 */
public record GeneratedNetwork(
        int sites, int claves, int nights, long files, long rows, int faults, int discrepancies) {}
