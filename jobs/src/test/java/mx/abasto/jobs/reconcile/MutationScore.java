package mx.abasto.jobs.reconcile;

import java.util.List;

/**
 * What examples make of the mutants of one SQL text.
 *
 * @param owner the rule's code, or the script's name
 * @param killed those that fail an example
 * @param survived those that fail none and are no listed equivalents
 * @param equivalent those that fail none and need not
 * @param unbound how many the engine does not take as SQL; they count for nothing
 */
record MutationScore(
        String owner, List<SqlMutant> killed, List<SqlMutant> survived, List<SqlMutant> equivalent, int unbound) {

    /** Those that count. */
    int mutants() {
        return killed.size() + survived.size();
    }

    /** Killed of a hundred that count, rounded down. */
    int percent() {
        return mutants() == 0 ? 100 : killed.size() * 100 / mutants();
    }
}
