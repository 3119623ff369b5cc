package mx.abasto.jobs.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.story.Branch.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lot of networks with planted faults is traced, and held against a plain fold of the published movements. */
class LotTracingTest {
    @TempDir
    private Path folder = Path.of("");

    private record Lot(String clave, String lot) {}

    /** What a lot's movements come to, by account; what left the account is less than 0. */
    private static Map<Lot, SortedMap<String, Long>> folded(TestLake lake) throws SQLException {
        Map<Lot, SortedMap<String, Long>> folded = new HashMap<>();
        try (LakeQuery query = new LakeQuery(lake.lake())) {
            for (Map<String, String> row : query.rows("select * from movements")) {
                SortedMap<String, Long> accounts =
                        folded.computeIfAbsent(new Lot(cell(row, "clave"), cell(row, "lot")), lot -> new TreeMap<>());
                long quantity = Long.parseLong(cell(row, "quantity"));
                String document = cell(row, "document_no");
                accounts.merge(
                        account(cell(row, "from_account"), cell(row, "from_id"), document), -quantity, Long::sum);
                accounts.merge(account(cell(row, "to_account"), cell(row, "to_id"), document), quantity, Long::sum);
            }
        }
        folded.values().forEach(accounts -> accounts.values().removeIf(pieces -> pieces == 0));
        return folded;
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static String account(String kind, String id, String document) {
        return kind + " " + (kind.equals("PATIENT") ? document : id);
    }

    private static Lake lakeOf(TestLake lake, Path cache) {
        return new Lake(HadoopPlace.at(lake.lake().toUri()), cache);
    }

    private Session session() {
        Session session = Session.open(new EngineLimits("512MB", 2, folder));
        session.view(ReferenceDatasets.SITES, List.of());
        session.view(ReferenceDatasets.CATALOGUE, List.of());
        return session;
    }

    static long[] seeds() {
        return SharedLakes.seeds(2).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLotAddsUpAndAgreesWithAFoldOfItsMovements(long seed) throws SQLException {
        TestLake lake = SharedLakes.faulty(seed);
        Map<Lot, SortedMap<String, Long>> folded = folded(lake);
        assertThat(folded).hasSizeGreaterThan(50);
        try (Session session = session()) {
            LotTracing tracing = new LotTracing(lakeOf(lake, folder), session);
            for (Map.Entry<Lot, SortedMap<String, Long>> entry : folded.entrySet()) {
                LotTrace trace =
                        tracing.of(entry.getKey().clave(), entry.getKey().lot());
                Forks.requireEven(trace.roots());
                assertThat(drawn(trace)).as("%s, seed %d", entry.getKey(), seed).isEqualTo(entry.getValue());
                requireTotals(trace, entry.getValue());
            }
        }
    }

    /** What the drawing says is at each account in the end. */
    private static SortedMap<String, Long> drawn(LotTrace trace) {
        SortedMap<String, Long> drawn = new TreeMap<>();
        for (Branch root : trace.roots()) {
            switch (root.kind()) {
                case SUPPLIERS -> drawn.merge("SUPPLIER null", -root.pieces(), Long::sum);
                case OPENING -> drawn.merge("OPENING null", -root.pieces(), Long::sum);
                case ADJUSTMENT -> drawn.merge("ADJUSTMENT " + root.id(), -root.pieces(), Long::sum);
                default -> {}
            }
            addEnds(root, drawn);
        }
        drawn.values().removeIf(pieces -> pieces == 0);
        return drawn;
    }

    private static void addEnds(Branch parent, SortedMap<String, Long> drawn) {
        for (Branch branch : parent.children()) {
            switch (branch.kind()) {
                case ON_HAND -> drawn.merge("SITE " + parent.id(), branch.pieces(), Long::sum);
                case ON_THE_ROAD -> drawn.merge("TRANSIT " + branch.id(), branch.pieces(), Long::sum);
                case PRESCRIPTION -> drawn.merge("PATIENT " + branch.id(), branch.pieces(), Long::sum);
                case WARDS -> drawn.merge("WARD null", branch.pieces(), Long::sum);
                case OPENING -> drawn.merge("OPENING null", branch.pieces(), Long::sum);
                case ADJUSTMENT -> drawn.merge("ADJUSTMENT " + branch.id(), branch.pieces(), Long::sum);
                default -> addEnds(branch, drawn);
            }
            if (branch.kind() == Kind.PATIENTS) {
                assertThat(branch.children()).isNotEmpty();
            }
        }
    }

    private static void requireTotals(LotTrace trace, SortedMap<String, Long> accounts) {
        ToLongFunction<String> sum = kind -> accounts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind + " "))
                .mapToLong(Map.Entry::getValue)
                .sum();
        LotTrace.Totals totals = trace.totals();
        assertThat(totals.suppliers()).isEqualTo(-sum.applyAsLong("SUPPLIER"));
        assertThat(totals.opening()).isEqualTo(-sum.applyAsLong("OPENING"));
        assertThat(totals.onHand()).isEqualTo(sum.applyAsLong("SITE"));
        assertThat(totals.onTheRoad()).isEqualTo(sum.applyAsLong("TRANSIT"));
        assertThat(totals.patients()).isEqualTo(sum.applyAsLong("PATIENT"));
        assertThat(totals.wards()).isEqualTo(sum.applyAsLong("WARD"));
        assertThat(totals.adjustments().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(-sum.applyAsLong("ADJUSTMENT"));
        assertThat(totals.residual()).isZero();
    }

    @Test
    void whatIsUnaccountedForIsWhatTheLastNightSays() throws SQLException {
        TestLake lake = SharedLakes.faulty();
        try (LakeQuery query = new LakeQuery(lake.lake());
                Session session = session()) {
            LotTracing tracing = new LotTracing(lakeOf(lake, folder), session);
            List<Map<String, String>> lots = query.rows("""
                    with lasting as (
                        select clave, lot, last_variance as pieces from stock_balance where run = '%1$s'
                        union all
                        select clave, lot, received - shipped from shipments
                        where run = '%1$s' and status in ('OVERDUE', 'SHORT', 'OVER', 'UNMATCHED')
                    )
                    select clave, lot,
                        coalesce(sum(-pieces) filter (pieces < 0), 0) as missing,
                        coalesce(sum(pieces) filter (pieces > 0), 0) as surplus
                    from lasting where pieces <> 0 group by all
                    """.formatted(lake.last()));
            assertThat(lots).hasSizeGreaterThan(3);
            for (Map<String, String> row : lots) {
                LotTrace trace = tracing.of(cell(row, "clave"), cell(row, "lot"));
                assertThat(trace.missing()).as(row.toString()).isEqualTo(Long.parseLong(cell(row, "missing")));
                assertThat(trace.surplus()).as(row.toString()).isEqualTo(Long.parseLong(cell(row, "surplus")));
            }
        }
    }

    @Test
    void aLotThatIsNotKnownIsRefusedWithTheNearest() {
        KnownLots known = new KnownLots();
        known.add("010.000.0104.00", "24R004402");
        known.add("010.000.0104.00", "24R004403");
        known.add("010.000.0105.00", "23A1");
        assertThatThrownBy(() -> known.requireKnown("010.000.0104.00", "24r00440"))
                .isInstanceOf(AbastoException.class)
                .hasMessage("The lake holds no lot '24r00440' of the clave 010.000.0104.00. The nearest of its 2 lots:"
                        + " 24R004402, 24R004403.");
        assertThatThrownBy(() -> known.requireKnown("010.000.0105.00", "24R004402"))
                .hasMessage("The lake holds no lot '24R004402' of the clave 010.000.0105.00. The nearest of its 1 lot:"
                        + " 23A1. A lot of that name is of clave 010.000.0104.00.");
        assertThatThrownBy(() -> known.requireKnown("010.000.0106.00", "24R004402"))
                .hasMessage("The lake holds no movement of the clave 010.000.0106.00. The nearest that it knows:"
                        + " 010.000.0104.00, 010.000.0105.00.");
        known.requireKnown("010.000.0105.00", "23A1");
    }
}
