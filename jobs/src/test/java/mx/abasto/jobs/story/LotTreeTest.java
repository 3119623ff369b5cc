package mx.abasto.jobs.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import mx.abasto.jobs.story.Account.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However a lot went, its drawing ends, and adds up at every fork. */
class LotTreeTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 6);
    private static final Account SUPPLIER = new Account(Kind.SUPPLIER, null);
    private static final Account PATIENT = new Account(Kind.PATIENT, null);

    private static Account site(int number) {
        return new Account(Kind.SITE, "SITE%07d".formatted(number));
    }

    private static Account shipment(int origin, int number) {
        return new Account(Kind.TRANSIT, site(origin).id() + "/T" + number);
    }

    private static Flow flow(Account from, Account to, long pieces) {
        return flow(from, to, null, pieces);
    }

    private static Flow flow(Account from, Account to, @Nullable String prescriptionNo, long pieces) {
        return new Flow(from, to, prescriptionNo, pieces, DAY, DAY);
    }

    private static List<String> drawn(List<Flow> flows) {
        List<Branch> roots = new LotTree(new LotGraph(flows)).roots();
        Forks.requireEven(roots);
        List<String> lines = new ArrayList<>();
        roots.forEach(root -> draw(root, "", lines));
        return lines;
    }

    private static void draw(Branch branch, String indent, List<String> lines) {
        String id = branch.id() == null ? "" : " " + branch.id().replaceFirst("SITE0*", "");
        String see = branch.isElsewhere() ? " see " + branch.place() : "";
        lines.add(indent + branch.pieces() + " " + branch.kind() + id + see);
        branch.children().forEach(child -> draw(child, indent + "  ", lines));
    }

    @Test
    void aSiteThatTwoWaysReachIsDrawnOnce() {
        assertThat(drawn(List.of(
                        flow(SUPPLIER, site(1), 100),
                        flow(site(1), shipment(1, 1), 30),
                        flow(shipment(1, 1), site(2), 30),
                        flow(site(1), shipment(1, 2), 20),
                        flow(shipment(1, 2), site(3), 18),
                        flow(site(3), shipment(3, 1), 5),
                        flow(shipment(3, 1), site(2), 5),
                        flow(site(2), PATIENT, "P-1", 3),
                        flow(site(2), PATIENT, "P-2", 4))))
                .containsExactly(
                        "100 SUPPLIERS",
                        "  100 SITE 1",
                        "    50 ON_HAND",
                        "    30 SHIPMENT 1/T1",
                        "      30 SITE 2",
                        "        28 ON_HAND",
                        "        7 PATIENTS",
                        "          3 PRESCRIPTION P-1",
                        "          4 PRESCRIPTION P-2",
                        "    20 SHIPMENT 1/T2",
                        "      18 SITE 3",
                        "        13 ON_HAND",
                        "        5 SHIPMENT 3/T1",
                        "          5 SITE 2 see 2",
                        "      2 ON_THE_ROAD 1/T2");
    }

    @Test
    void whatGoesInACircleIsDrawnOnce() {
        assertThat(drawn(List.of(
                        flow(site(1), shipment(1, 1), 10),
                        flow(shipment(1, 1), site(2), 10),
                        flow(site(2), shipment(2, 1), 10),
                        flow(shipment(2, 1), site(1), 10))))
                .containsExactly(
                        "10 UNKNOWN",
                        "  10 SITE 1",
                        "    0 ON_HAND",
                        "    10 SHIPMENT 1/T1",
                        "      10 SITE 2",
                        "        0 ON_HAND",
                        "        10 SHIPMENT 2/T1",
                        "          10 SITE 1 see 1");
    }

    @Test
    void aShipmentThatNobodySentAndAnExitWithoutEntryHaveNoOrigin() {
        assertThat(drawn(List.of(flow(shipment(9, 7), site(2), 5), flow(site(3), PATIENT, "P-1", 4))))
                .containsExactly(
                        "0 UNKNOWN",
                        "  0 SITE 3",
                        "    -4 ON_HAND",
                        "    4 PATIENTS",
                        "      4 PRESCRIPTION P-1",
                        "  0 SHIPMENT 9/T7",
                        "    5 SITE 2",
                        "      5 ON_HAND",
                        "    -5 ON_THE_ROAD 9/T7");
    }

    @Test
    void aLongWayIsContinuedAtTheMargin() {
        List<Flow> chain = new ArrayList<>(List.of(flow(SUPPLIER, site(0), 40)));
        IntStream.range(0, 19).forEach(step -> {
            chain.add(flow(site(step), shipment(step, 1), 40));
            chain.add(flow(shipment(step, 1), site(step + 1), 40));
        });
        List<String> lines = drawn(chain);
        assertThat(lines).allMatch(line -> line.indexOf(line.strip()) <= 36);
        assertThat(lines).anyMatch(line -> line.endsWith("CONTINUED"));
    }

    @Test
    void everyForkOfAnyFlowsAddsUp() {
        for (long seed = 1; seed <= 2_000; seed++) {
            List<Flow> flows = anyFlows(new Random(seed));
            LotGraph graph = new LotGraph(flows);
            List<Branch> roots = new LotTree(graph).roots();
            Forks.requireEven(roots);
            AtomicLong ends = new AtomicLong();
            AtomicLong inFull = new AtomicLong();
            Forks.forEach(roots, branch -> {
                switch (branch.kind()) {
                    case PRESCRIPTION, WARDS, ON_HAND, ON_THE_ROAD -> ends.addAndGet(branch.pieces());
                    case SITE, SHIPMENT -> inFull.addAndGet(branch.isElsewhere() ? 0 : 1);
                    default -> {}
                }
            });
            long came = flows.stream()
                    .filter(flow -> !flow.from().isInside())
                    .mapToLong(Flow::pieces)
                    .sum();
            assertThat(ends.get()).as("seed " + seed).isEqualTo(came);
            assertThat(inFull.get()).as("seed " + seed).isEqualTo(graph.inside().size());
        }
    }

    /** Flows between a few sites that need not make sense. */
    private static List<Flow> anyFlows(Random random) {
        int sites = 1 + random.nextInt(12);
        List<Flow> flows = new ArrayList<>();
        for (int origin = 0; origin < sites; origin++) {
            if (random.nextInt(3) == 0) {
                flows.add(flow(SUPPLIER, site(origin), 1 + random.nextInt(50)));
            }
            if (random.nextInt(3) == 0) {
                flows.add(flow(new Account(Kind.OPENING, null), site(origin), 1 + random.nextInt(50)));
            }
            for (int number = 0; number < random.nextInt(4); number++) {
                if (random.nextInt(5) > 0) {
                    flows.add(flow(site(origin), shipment(origin, number), 1 + random.nextInt(50)));
                }
                int first = random.nextInt(sites);
                for (int receiver = 0; receiver < Math.min(sites, random.nextInt(3)); receiver++) {
                    flows.add(flow(shipment(origin, number), site((first + receiver) % sites), 1 + random.nextInt(50)));
                }
            }
            for (int number = 0; number < random.nextInt(3); number++) {
                flows.add(flow(site(origin), PATIENT, "P-" + origin + "-" + number, 1 + random.nextInt(9)));
            }
            if (random.nextBoolean()) {
                flows.add(flow(site(origin), new Account(Kind.WARD, null), 1 + random.nextInt(9)));
            }
        }
        return flows;
    }
}
