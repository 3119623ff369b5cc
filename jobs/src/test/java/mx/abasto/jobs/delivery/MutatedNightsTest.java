package mx.abasto.jobs.delivery;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import mx.abasto.common.model.Extract;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nights of files that were broken on their way, at random from printed seeds: each night is published, every row of
 * every file is accounted for, and what was accepted is what was sent (contract section 2). What was sent is read by
 * {@link NaiveFile}, which has nothing of the product's. {@code -Dabasto.mutations=N} breaks N files.
 */
class MutatedNightsTest {
    private static final int FILES_PER_NIGHT = 500;
    private static final int NIGHTS = 2;
    private static final String OF_BROKEN_FILES = " where regexp_matches(file, '_m[0-9]+_')";

    @TempDir
    Path folder = Path.of("");

    private final Map<String, BrokenFile> sent = new HashMap<>();

    static LongStream seeds() {
        int files = Integer.getInteger("abasto.mutations", 2_000);
        return LongStream.rangeClosed(1, Math.max(1, files / (FILES_PER_NIGHT * NIGHTS)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void brokenFilesCostNoNightNoRowAndNoLetter(long seed) throws Exception {
        System.out.println("Mutated nights seed=" + seed);
        Random random = new Random(seed);
        Path network = folder.resolve("network");
        Generator.generate(GeneratorOptions.of(4, 5, 1, seed), network);
        TestLake lake = TestLake.empty(network, folder.resolve("home"), 2);
        LocalDate opening = lake.first();
        for (int night = 1; night <= NIGHTS; night++) {
            LocalDate date = opening.plusDays(night);
            Path to = Files.createDirectories(network.resolve("extracts/" + date));
            for (int file = 0; file < FILES_PER_NIGHT; file++) {
                BrokenFile broken = BrokenFile.of(ValidFiles.of(sent.size(), date, random), random);
                Files.write(to.resolve(broken.name()), broken.bytes());
                sent.put(broken.name(), broken);
            }
        }

        lake.filled();

        try (LakeQuery query = new LakeQuery(lake.lake())) {
            assertFilesListed(query);
            assertRowsAccounted(query);
            assertSaid(query.rows("""
                    select
                        event_date as event_on, clues, clave, lot, document_no, line_no, file, row_no,
                        case when extract = 'adjustments' and from_account = 'SITE' then -quantity else quantity end
                            as quantity
                    from movements
                    """ + OF_BROKEN_FILES + " and extract <> 'stock' and not reversal"));
        }
    }

    /** Each file is listed once, with as many rows as the naive reader sees, and a status that says what became of it. */
    private void assertFilesListed(LakeQuery query) throws SQLException {
        Set<String> listed = new HashSet<>();
        for (Map<String, String> file : query.rows("select * from files" + OF_BROKEN_FILES)) {
            BrokenFile broken = brokenFile(file);
            assertThat(listed.add(broken.name())).as("listed once: %s", file).isTrue();
            long rows = number(file, "rows");
            long duplicates = number(file, "duplicates");
            assertThat(rows)
                    .as("accounted for: %s", file)
                    .isEqualTo(number(file, "accepted") + number(file, "quarantined") + duplicates);
            if ("REJECTED".equals(file.get("status"))) {
                assertThat(broken.mayBeRejected())
                        .as("rightly rejected: %s", file)
                        .isTrue();
                assertThat(rows).as("rows of a rejected file: %s", file).isZero();
            } else {
                assertThat(broken.naive().isReadable())
                        .as("rightly read: %s", file)
                        .isTrue();
                assertThat(rows)
                        .as("rows read: %s", file)
                        .isEqualTo(broken.naive().rows().size());
                assertThat(file)
                        .containsEntry("status", rows == 0 ? "EMPTY" : duplicates == rows ? "REDELIVERED" : "ACCEPTED");
            }
        }
        assertThat(listed).isEqualTo(sent.keySet());
    }

    /** Each row is accepted as sent, or held back for a reason, or says no more than one that was accepted. */
    private void assertRowsAccounted(LakeQuery query) throws SQLException {
        Map<String, Set<Integer>> lines = assertSaid(query.rows("select * from lines" + OF_BROKEN_FILES));
        List<Map<String, String>> published =
                query.rows("select business_date as event_on, * from counts" + OF_BROKEN_FILES);
        Map<String, Set<Integer>> counts = assertSaid(published);
        Set<String> countKeys = new HashSet<>();
        published.forEach(count -> countKeys.add(BrokenFile.countKey(count)));
        Map<String, Set<Integer>> quarantined = assertRightlyQuarantined(query);
        for (Map<String, String> file : query.rows("select * from files" + OF_BROKEN_FILES)) {
            BrokenFile broken = brokenFile(file);
            Set<Integer> held = quarantined.getOrDefault(broken.name(), Set.of());
            assertThat(held).as("quarantined: %s", file).hasSize((int) number(file, "quarantined"));
            if (broken.valid().extract() == Extract.STOCK) {
                Set<Integer> kept = counts.getOrDefault(broken.name(), Set.of());
                assertThat(Collections.disjoint(kept, held))
                        .as("accepted: %s", file)
                        .isTrue();
                // Of counts with one key, such as those that lost their lot, the last is kept.
                for (int rowNo = 1; rowNo <= number(file, "rows"); rowNo++) {
                    if (!held.contains(rowNo) && !kept.contains(rowNo)) {
                        assertThat(countKeys)
                                .as("row %d of %s", rowNo, file)
                                .contains(BrokenFile.countKey(broken.said(rowNo)));
                    }
                }
            } else {
                Set<Integer> taken = lines.getOrDefault(broken.name(), Set.of());
                assertThat(taken).as("accepted: %s", file).hasSize((int) number(file, "accepted"));
                assertThat(Collections.disjoint(taken, held))
                        .as("accepted: %s", file)
                        .isTrue();
            }
        }
    }

    /** Every published row has the texts that stand in its file at its place, and is there once. */
    private Map<String, Set<Integer>> assertSaid(List<Map<String, String>> rows) {
        Map<String, Set<Integer>> rowNos = new HashMap<>();
        for (Map<String, String> row : rows) {
            BrokenFile broken = brokenFile(row);
            int rowNo = (int) number(row, "row_no");
            assertThat(rowNos.computeIfAbsent(broken.name(), name -> new HashSet<>())
                            .add(rowNo))
                    .as("published once: %s", row)
                    .isTrue();
            Map<String, String> said = broken.said(rowNo);
            assertThat(said).as("cells that can be told apart: %s", row).isNotEmpty();
            said.keySet().retainAll(row.keySet());
            assertThat(row).as("row %d of %s", rowNo, broken.name()).containsAllEntriesOf(said);
        }
        return rowNos;
    }

    /** What came through whole is not held back, unless two rows of a file say different things of one key. */
    private Map<String, Set<Integer>> assertRightlyQuarantined(LakeQuery query) throws SQLException {
        Map<String, Set<Integer>> rowNos = new HashMap<>();
        for (Map<String, String> row : query.rows("select * from quarantine" + OF_BROKEN_FILES)) {
            BrokenFile broken = brokenFile(row);
            int rowNo = (int) number(row, "row_no");
            assertThat(rowNos.computeIfAbsent(broken.name(), name -> new HashSet<>())
                            .add(rowNo))
                    .as("quarantined once: %s", row)
                    .isTrue();
            assertThat("KEY_CONFLICT".equals(row.get("reason")) || !broken.isWhole(rowNo))
                    .as("rightly held back: %s", row)
                    .isTrue();
        }
        return rowNos;
    }

    private BrokenFile brokenFile(Map<String, String> row) {
        return requireNonNull(sent.get(requireNonNullElse(row.get("file"), "")), row.toString());
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(requireNonNull(row.get(column)));
    }
}
