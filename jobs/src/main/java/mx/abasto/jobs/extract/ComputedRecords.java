package mx.abasto.jobs.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records with the results of expressions as further cells behind their own. Reads ahead a bounded batch. */
final class ComputedRecords implements Records {
    private static final int BATCH_RECORDS_MAX = 2_048;
    private static final long BATCH_CHARS_MAX = 4L << 20;

    /** A record that was read ahead; the texts of cells that nobody looks at are empty. */
    private record Held(
            int size, List<String> cells, boolean isUnclosed, int unclosedCell, boolean isTooLong, boolean mayBeBad) {}

    private final Records records;
    private final int width;
    private final BitSet needed;
    private final ExpressionEngine expressions;
    private final List<Held> batch = new ArrayList<>();
    private ExpressionEngine.@Nullable Result[][] results = new ExpressionEngine.Result[0][];
    private int at = -1;

    /**
     * Wraps records.
     *
     * @param width how many cells a whole record has
     * @param needed the cells that are looked at, by expressions or otherwise
     */
    ComputedRecords(Records records, int width, BitSet needed, ExpressionEngine expressions) {
        this.records = records;
        this.width = width;
        this.needed = needed;
        this.expressions = expressions;
    }

    @Override
    public boolean next() throws IOException {
        at++;
        if (at == batch.size()) {
            readBatch();
            at = 0;
        }
        return !batch.isEmpty();
    }

    private void readBatch() throws IOException {
        batch.clear();
        List<Integer> places = new ArrayList<>();
        List<List<String>> whole = new ArrayList<>();
        long chars = 0;
        while (batch.size() < BATCH_RECORDS_MAX && chars < BATCH_CHARS_MAX && records.next()) {
            Held held = held();
            if (!held.isUnclosed() && !held.isTooLong() && held.size() == width) {
                places.add(batch.size());
                whole.add(held.cells());
            }
            batch.add(held);
            chars += held.cells().stream().mapToLong(String::length).sum();
        }
        ExpressionEngine.Result[][] ofWhole = expressions.evaluate(whole);
        results = new ExpressionEngine.@Nullable Result[batch.size()][];
        for (int index = 0; index < places.size(); index++) {
            results[places.get(index)] = ofWhole[index];
        }
    }

    private Held held() {
        boolean isMalformed = records.isUnclosed() || records.isTooLong() || records.size() != width;
        List<String> cells = new ArrayList<>(records.size());
        for (int cell = 0; cell < records.size(); cell++) {
            cells.add(isMalformed || needed.get(cell) ? records.cell(cell) : "");
        }
        return new Held(
                records.size(),
                cells,
                records.isUnclosed(),
                records.unclosedCell(),
                records.isTooLong(),
                records.mayHaveBadText());
    }

    private Held record() {
        return batch.get(at);
    }

    private ExpressionEngine.@Nullable Result result(int cell) {
        ExpressionEngine.Result[] ofRecord = results[at];
        return cell < width || ofRecord == null ? null : ofRecord[cell - width];
    }

    @Override
    public int size() {
        return record().size();
    }

    @Override
    public String cell(int index) {
        if (index < width) {
            return record().cells().get(index);
        }
        ExpressionEngine.Result result = result(index);
        String text = result == null ? null : result.text();
        return text == null ? "" : text;
    }

    @Override
    public @Nullable String trimmed(int index) {
        String text = Blanks.trimmed(cell(index));
        return text.isEmpty() ? null : text;
    }

    @Override
    public boolean isFailed(int index) {
        ExpressionEngine.Result result = result(index);
        return result != null && result.isFailed();
    }

    @Override
    public boolean isUnclosed() {
        return record().isUnclosed();
    }

    @Override
    public int unclosedCell() {
        return record().unclosedCell();
    }

    @Override
    public boolean isTooLong() {
        return record().isTooLong();
    }

    @Override
    public boolean mayHaveBadText() {
        return record().mayBeBad();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
