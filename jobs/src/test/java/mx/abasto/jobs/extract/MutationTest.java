package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import mx.abasto.common.model.CellType;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;
import mx.abasto.jobs.delivery.Mutations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Valid files broken at random, from printed seeds: nothing throws, every row is accounted for, no text is made up. */
class MutationTest {
    private static final int FILES_PER_EXTRACT = 1_500;
    private static final int ROWS = 12;

    @ParameterizedTest
    @EnumSource
    void aBrokenFileIsReadWithoutExceptionLossOrInvention(Extract extract) throws IOException {
        for (int seed = 0; seed < FILES_PER_EXTRACT; seed++) {
            Random random = new Random(31L * seed + extract.label().hashCode());
            byte[] valid = validFile(extract, random);
            byte[] broken = valid;
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                broken = Mutations.mutated(broken, random);
            }
            Delivery delivery = Delivery.of(extract.label(), broken);
            String where = "seed " + seed + ":\n" + new String(broken, StandardCharsets.UTF_8);

            assertAccounted(delivery, where);
            if (!delivery.result.isRejected()) {
                assertNothingInvented(delivery, extract, broken, where);
                assertSameAsSplitLines(delivery, extract, broken, where);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aValidFileIsAcceptedWhole(Extract extract) throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            Delivery delivery = Delivery.of(extract.label(), validFile(extract, new Random(seed)));

            assertThat(delivery.quarantined).isEmpty();
            assertThat(delivery.result.accepted()).isEqualTo(ROWS);
        }
    }

    private static void assertAccounted(Delivery delivery, String where) {
        ReadResult result = delivery.result;
        if (result.isRejected()) {
            return;
        }
        assertThat(result.accepted()).as(where).isEqualTo(delivery.accepted.size());
        assertThat(result.quarantined()).as(where).isEqualTo(delivery.quarantined.size());
        assertThat(result.tallies().values().stream().mapToLong(Tally::rows).sum())
                .as(where)
                .isEqualTo(result.rows());
        List<Long> rowNos = new ArrayList<>();
        delivery.accepted.forEach(row -> rowNos.add(row.rowNo()));
        delivery.quarantined.forEach(row -> rowNos.add(row.rowNo()));
        rowNos.sort(null);
        for (int index = 0; index < rowNos.size(); index++) {
            if (rowNos.get(index) != index + 1) {
                throw new AssertionError("row numbers " + rowNos + " of " + where);
            }
        }
    }

    /** Every accepted text stands in the file, a number with its zeros and sign aside. */
    private static void assertNothingInvented(Delivery delivery, Extract extract, byte[] broken, String where) {
        String sent = new String(broken, StandardCharsets.UTF_8);
        for (Delivery.Row row : delivery.accepted) {
            for (int column = 0; column < row.cells().size(); column++) {
                String cell = row.cells().get(column);
                CellType type = extract.columns().get(column).type();
                boolean isStandIn = cell == null
                        || (type == CellType.LOT && cell.equals(CellType.NO_LOT))
                        || (type == CellType.FLAG && cell.equals("false"));
                if (cell != null && !isStandIn && !isSent(cell, type, sent)) {
                    throw new AssertionError("row " + row + " of " + where);
                }
            }
        }
    }

    private static boolean isSent(String cell, CellType type, String sent) {
        String digits = type == CellType.INTEGER && cell.startsWith("-") ? cell.substring(1) : cell;
        return sent.contains(digits) || sent.contains(digits.replace("\"", "\"\""));
    }

    /** Without quotes a file is its lines, split: rows, their numbers and their texts must be those. */
    private static void assertSameAsSplitLines(Delivery delivery, Extract extract, byte[] broken, String where) {
        String sent = new String(broken, StandardCharsets.UTF_8);
        if (sent.indexOf('"') >= 0) {
            return;
        }
        List<String> lines = Arrays.stream(sent.split("\r\n|\r|\n"))
                .filter(line -> !Blanks.trimmed(line).isEmpty())
                .toList();
        assertThat(delivery.result.rows()).as(where).isEqualTo(lines.size() - 1);
        List<String> header = trimmedCells(lines.get(0));
        for (Delivery.Row row : delivery.accepted) {
            List<String> cells = trimmedCells(lines.get(Math.toIntExact(row.rowNo())));
            for (ExtractColumn column : extract.columns()) {
                String cell = row.cells().get(extract.indexOf(column.name()));
                int at = header.indexOf(column.name());
                if (at >= 0 && cell != null && column.type() == CellType.TEXT && !cell.equals(cells.get(at))) {
                    throw new AssertionError("row " + row + " of " + where);
                }
            }
        }
    }

    private static List<String> trimmedCells(String line) {
        return Arrays.stream(line.split(",", -1)).map(Blanks::trimmed).toList();
    }

    private static byte[] validFile(Extract extract, Random random) {
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        boolean isQuoted = random.nextBoolean();
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "")
                .append(extract.columns().stream().map(ExtractColumn::name).collect(Collectors.joining(",")))
                .append(",patient")
                .append(end);
        for (int row = 0; row < ROWS; row++) {
            for (ExtractColumn column : extract.columns()) {
                text.append(isQuoted ? quoted(value(column, row, random)) : value(column, row, random))
                        .append(',');
            }
            text.append(isQuoted ? "\"Ñá, \"\"x\"\"" + end + "y\"" : "Ñá x").append(end);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "" : "\"" + value + "\"";
    }

    private static String value(ExtractColumn column, int row, Random random) {
        if (!column.required() && random.nextInt(4) == 0 && !column.name().matches("origin_clues|shipment_no")) {
            return "";
        }
        return switch (column.type()) {
            case TEXT -> column.name().charAt(0) + "é-" + row;
            case LOT -> "L" + random.nextInt(5);
            case CLUES -> "BCIMB00001" + random.nextInt(10);
            case CLAVE -> random.nextBoolean() ? "010.000.0022.00" : "060.004.0109";
            case DATE -> "2025-01-15";
            case INTEGER -> column.name().equals("line_no") ? String.valueOf(row) : "1" + random.nextInt(99);
            case FLAG -> random.nextBoolean() ? "true" : "false";
            case SOURCE -> random.nextBoolean() ? "SUPPLIER" : "TRANSFER";
            case REASON -> "RECOUNT";
        };
    }
}
