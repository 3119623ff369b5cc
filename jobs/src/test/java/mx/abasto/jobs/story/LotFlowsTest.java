package mx.abasto.jobs.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lot's movements come to, between each two accounts, once corrections are taken off. */
class LotFlowsTest {
    @TempDir
    private Path folder = Path.of("");

    /** Flows of movements: event_date, kind, from, to (account or account:id), quantity, reversal, document_no. */
    private List<String> flows(String... movements) {
        try (Session session = Session.open(new EngineLimits("256MB", 1, folder))) {
            session.view("all_movements", NightlyDatasets.MOVEMENTS, List.of());
            session.run("asked", "create table asked as select 'C' as clave, 'L' as lot");
            for (String movement : movements) {
                String[] cells = movement.split(" ");
                String[] from = (cells[2] + ":").split(":", -1);
                String[] to = (cells[3] + ":").split(":", -1);
                session.run("movement", """
                        insert into all_movements (event_date, kind, from_account, from_id, to_account, to_id,
                            quantity, reversal, document_no, clave, lot)
                        values ('2025-01-%s', '%s', '%s', nullif('%s', ''), '%s', nullif('%s', ''), %s, %s, '%s',
                            'C', 'L')
                        """.formatted(
                                cells[0], cells[1], from[0], from[1], to[0], to[1], cells[4], cells[5], cells[6]));
            }
            return Row.all(session, "lot_flows").stream()
                    .map(Flow::of)
                    .map(flow -> "%s > %s %s%d, %s to %s"
                            .formatted(
                                    name(flow.from()),
                                    name(flow.to()),
                                    flow.prescriptionNo() == null ? "" : flow.prescriptionNo() + " ",
                                    flow.pieces(),
                                    flow.firstOn().getDayOfMonth(),
                                    flow.lastOn().getDayOfMonth()))
                    .toList();
        }
    }

    private static String name(Account account) {
        return account.id() == null ? account.kind().name() : account.kind() + ":" + account.id();
    }

    @Test
    void aCorrectionLeavesWhatItSaysAndTheDayThatItSays() {
        assertThat(flows(
                        "06 DISPENSATION SITE:A PATIENT 10 false P-1",
                        "06 DISPENSATION PATIENT SITE:A 10 true P-1",
                        "07 DISPENSATION SITE:A PATIENT 4 false P-1",
                        "08 DISPENSATION SITE:A PATIENT 3 false P-2"))
                .containsExactly("SITE:A > PATIENT P-1 4, 7 to 7", "SITE:A > PATIENT P-2 3, 8 to 8");
    }

    @Test
    void aCancelledLineLeavesNothing() {
        assertThat(flows(
                        "06 DISTRIBUTION SITE:A TRANSIT:A/T1 10 false T1",
                        "06 DISTRIBUTION TRANSIT:A/T1 SITE:A 10 true T1"))
                .isEmpty();
    }

    @Test
    void aReceiptThatIsReversedIsNoFlowBack() {
        assertThat(flows(
                        "06 RECEIPT TRANSIT:A/T1 SITE:B 10 false R1",
                        "06 RECEIPT SITE:B TRANSIT:A/T1 10 true R1",
                        "06 RECEIPT TRANSIT:A/T1 SITE:B 8 false R1",
                        "09 RECEIPT TRANSIT:A/T1 SITE:B 1 false R2"))
                .containsExactly("TRANSIT:A/T1 > SITE:B 9, 6 to 9");
    }

    @Test
    void whatComesAndGoesForOneReasonIsOneNumber() {
        assertThat(flows(
                        "06 ADJUSTMENT ADJUSTMENT:RECOUNT SITE:A 5 false J1",
                        "07 ADJUSTMENT SITE:A ADJUSTMENT:RECOUNT 7 false J2",
                        "07 ADJUSTMENT ADJUSTMENT:RECOUNT SITE:B 2 false J3",
                        "06 OPENING SITE:A OPENING 3 false O1"))
                .containsExactly(
                        "SITE:A > ADJUSTMENT:RECOUNT 2, 6 to 7",
                        "ADJUSTMENT:RECOUNT > SITE:B 2, 7 to 7",
                        "SITE:A > OPENING 3, 6 to 6");
    }
}
