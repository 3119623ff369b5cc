package mx.abasto.jobs.lake;

import java.util.List;

/**
 * A Parquet file as a reader sees it.
 *
 * @param columns name and type, in the words of the SQL engine
 * @param rows their cells: null, a text as every reader would write the value, or a list of lists of texts
 */
record Dump(List<List<String>> columns, List<List<Object>> rows) {}
