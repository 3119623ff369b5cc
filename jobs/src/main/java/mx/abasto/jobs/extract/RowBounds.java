package mx.abasto.jobs.extract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold among the cells of a reference file's row, and among its rows (contract section 1, bounds). */
interface RowBounds {

    /** Refuses a row that does not fit itself or an earlier one. */
    void check(@Nullable String[] cells, long rowNo) throws UnreadableRowException;

    /** What must hold in a file. Of one reading: some remember its rows. */
    static RowBounds of(ReferenceFile file) {
        return switch (file) {
            case SITES -> RowBounds::ordered;
            case ASSORTMENT -> RowBounds::banded;
            case ALIASES -> new AliasTargets();
            case CATALOGUE, ROUTES, EXPECTED, RECALLS -> (cells, rowNo) -> {};
        };
    }

    private static void ordered(@Nullable String[] cells, long rowNo) throws UnreadableRowException {
        String from = cells[ReferenceFile.SITES.indexOf("active_from")];
        String to = cells[ReferenceFile.SITES.indexOf("active_to")];
        if (from != null && to != null && to.compareTo(from) < 0) {
            throw new UnreadableRowException(
                    "column active_to is %s and active_from is %s; active_to must not be before it"
                            .formatted(to, from));
        }
    }

    private static void banded(@Nullable String[] cells, long rowNo) throws UnreadableRowException {
        String least = cells[ReferenceFile.ASSORTMENT.indexOf("min_days")];
        String most = cells[ReferenceFile.ASSORTMENT.indexOf("max_days")];
        if (least != null && most != null && Long.parseLong(least) > Long.parseLong(most)) {
            throw new UnreadableRowException(
                    "column min_days is %s and max_days is %s; min_days must not be more".formatted(least, most));
        }
    }

    /** An alias stands for a CLUES, and not for another alias: so no alias can lead back to itself. */
    final class AliasTargets implements RowBounds {
        private final Map<String, Long> rowByAlias = new HashMap<>();
        private final Map<String, Long> rowByClues = new HashMap<>();

        @Override
        public void check(@Nullable String[] cells, long rowNo) throws UnreadableRowException {
            String alias = String.valueOf(cells[ReferenceFile.ALIASES.indexOf("alias")]);
            String clues = String.valueOf(cells[ReferenceFile.ALIASES.indexOf("clues")]);
            rowByAlias.putIfAbsent(alias, rowNo);
            rowByClues.putIfAbsent(clues, rowNo);
            Long otherAlias = rowByAlias.get(clues);
            if (otherAlias != null) {
                throw new UnreadableRowException(
                        "column clues is \"%s\", which is an alias itself in row %d; it must be the present code"
                                .formatted(clues, otherAlias));
            }
            Long otherClues = rowByClues.get(alias);
            if (otherClues != null) {
                throw new UnreadableRowException(
                        "column alias is \"%s\", for which row %d gives another alias; that one must stand for the present code"
                                .formatted(alias, otherClues));
            }
        }
    }
}
