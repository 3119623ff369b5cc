package mx.abasto.jobs.reconcile;

/**
 * An SQL text with one thing changed.
 *
 * @param line of the change, from 1
 * @param column of the change, from 1
 * @param change what stood there and what stands there now
 * @param sql the whole text, changed
 */
record SqlMutant(int line, int column, String change, String sql) {

    /** What tells it from the text's other mutants. */
    String key() {
        return line + ":" + column + " " + change;
    }
}
