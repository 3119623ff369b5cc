package mx.abasto.jobs.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.ColumnOrigin;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Where one file has the contract's columns (contract section 3, profiles), and which of its own columns are dropped.
 * Cells from {@link #width()} on are no columns of the file: they hold the results of expressions.
 */
final class ColumnMapping {
    private static final int NONE = -1;

    private final List<ExtractColumn> columns;
    private final int width;
    private final int[] cellOfColumn;
    private final List<List<String>> columnsOfCell = new ArrayList<>();
    private final @Nullable CellSource[] sources;
    private final CellForm[] forms;
    private final Set<String> nulls;

    private ColumnMapping(Extract extract, ExtractForm form, HeaderNames header, ExpressionEngine expressions) {
        this.columns = extract.columns();
        this.width = header.width();
        this.cellOfColumn = new int[columns.size()];
        Arrays.fill(cellOfColumn, NONE);
        for (int cell = 0; cell < width + expressions.size(); cell++) {
            columnsOfCell.add(new ArrayList<>());
        }
        this.sources = new @Nullable CellSource[columns.size()];
        this.forms = new CellForm[columns.size()];
        this.nulls = Set.copyOf(form.profile().nulls()); // hashed: every cell is looked up
    }

    /**
     * Maps the columns of a file.
     *
     * @throws UnreadableFileException if a required column is missing, or one that is looked for is there twice
     */
    static ColumnMapping of(ExtractFileName name, ExtractForm form, HeaderNames header, ExpressionEngine expressions)
            throws UnreadableFileException {
        Extract extract = extractOf(name);
        ColumnMapping mapping = new ColumnMapping(extract, form, header, expressions);
        Profile profile = form.profile();
        CellForm sent =
                profile.isCanonical() || !form.isDatabase() ? ForeignForm.of(profile) : ForeignForm.ownOrOf(profile);
        CellForm own = ForeignForm.ownOrOf(profile);
        CellForm typed = ForeignForm.typed(profile);
        Map<String, ColumnOrigin> origins = profile.columnsOf(extract);
        for (int column = 0; column < mapping.columns.size(); column++) {
            String contractName = mapping.columns.get(column).name();
            ColumnOrigin origin = origins.getOrDefault(contractName, new ColumnOrigin.Header(contractName));
            mapping.forms[column] = own;
            if (origin instanceof ColumnOrigin.Header named) {
                int cell = header.cellOf(named.name());
                mapping.place(column, cell);
                mapping.forms[column] = cell >= 0 && header.isTyped(cell) ? typed : sent;
            } else if (origin instanceof ColumnOrigin.Lookup lookup) {
                int cell = header.cellOf(lookup.from());
                mapping.place(column, cell);
                mapping.sources[column] = cell < 0
                        ? CellSource.fixed("")
                        : new LookedUpCell(
                                cell,
                                form.lookups().table(lookup, contractName),
                                mapping.columns.get(column).type());
            } else if (origin instanceof ColumnOrigin.Expression) {
                int expression = expressions.indexOf(contractName);
                mapping.place(column, header.width() + expression);
                mapping.sources[column] = CellSource.computed(header.width() + expression);
                mapping.forms[column] = expressions.isTyped(expression) ? typed : own;
            } else {
                mapping.sources[column] = sourceOf(origin, name);
            }
        }
        mapping.requireAll(origins);
        return mapping;
    }

    static Extract extractOf(ExtractFileName name) {
        return name.extract()
                .orElseThrow(() -> new IllegalArgumentException(name.name() + " is a control file, not an extract"));
    }

    private static CellSource sourceOf(ColumnOrigin origin, ExtractFileName name) {
        if (origin instanceof ColumnOrigin.RowNumber) {
            return CellSource.rowNumber();
        }
        if (origin instanceof ColumnOrigin.FileNamePart part) {
            return CellSource.fixed(FileNameParts.of(part.part(), name));
        }
        if (origin instanceof ColumnOrigin.Constant constant) {
            return CellSource.fixed(constant.text());
        }
        throw new IllegalStateException("nothing reads the origin " + origin);
    }

    private void place(int column, int cell) {
        if (cell >= 0) {
            cellOfColumn[column] = cell;
            columnsOfCell.get(cell).add(columns.get(column).name());
        }
    }

    private void requireAll(Map<String, ColumnOrigin> origins) throws UnreadableFileException {
        List<String> missing = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column).name();
            ColumnOrigin origin = origins.get(name);
            boolean isOfFile =
                    origin == null || origin instanceof ColumnOrigin.Header || origin instanceof ColumnOrigin.Lookup;
            if (isOfFile && columns.get(column).required() && cellOfColumn[column] == NONE) {
                missing.add(name + sought(origin));
            }
        }
        if (!missing.isEmpty()) {
            throw HeaderNames.missing(missing);
        }
    }

    private static String sought(@Nullable ColumnOrigin origin) {
        if (origin instanceof ColumnOrigin.Header named) {
            return " (\"" + named.name() + "\")";
        }
        return origin instanceof ColumnOrigin.Lookup lookup ? " (\"" + lookup.from() + "\")" : "";
    }

    /** How many cells a row must have. */
    int width() {
        return width;
    }

    /** How many cells there are with the results of expressions. */
    int widthComputed() {
        return columnsOfCell.size();
    }

    /** The cell that a column's text stands in or is made from; −1 if it comes from no cell. */
    int cellOf(int column) {
        return cellOfColumn[column];
    }

    /** The columns of the file whose cells are looked at. */
    BitSet needed() {
        BitSet needed = new BitSet();
        for (int cell = 0; cell < width; cell++) {
            needed.set(cell, !isDropped(cell));
        }
        return needed;
    }

    boolean isDropped(int cell) {
        return columnsOfCell.get(cell).isEmpty();
    }

    /** Names of the contract's columns that a cell is mapped to. */
    List<String> namesOf(int cell) {
        return columnsOfCell.get(cell);
    }

    /** The first cell of the file whose column is dropped; the width if none is. */
    int firstDropped() {
        int cell = 0;
        while (cell < width && !isDropped(cell)) {
            cell++;
        }
        return cell;
    }

    /** The last cell of the file whose column is dropped; −1 if none is. */
    int lastDropped() {
        int cell = width - 1;
        while (cell >= 0 && !isDropped(cell)) {
            cell--;
        }
        return cell;
    }

    /** What gives a column's text; null if its cell does, as it is. */
    @Nullable
    CellSource sourceOf(int column) {
        return sources[column];
    }

    /** How a column's texts are written. */
    CellForm formOf(int column) {
        return forms[column];
    }

    /** Texts of a cell that mean that it is empty. */
    Set<String> nulls() {
        return nulls;
    }
}
