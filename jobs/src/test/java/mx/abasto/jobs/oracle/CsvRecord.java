package mx.abasto.jobs.oracle;

import java.util.List;

/**
 * One record of a CSV file, still in bytes.
 *
 * @param isUnclosed a quote was opened and never properly closed; the last field then runs to the end of that line
 */
record CsvRecord(List<byte[]> fields, boolean isUnclosed) {}
