package mx.abasto.jobs.reconcile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** A discrepancy as a row of its Parquet schema; what is null is left out. */
final class DiscrepancyRow {
    private static final int DECIMAL_BYTES = 16;

    private final Group row;

    private DiscrepancyRow(MessageType schema) {
        this.row = new SimpleGroup(schema);
    }

    static Group of(Discrepancy discrepancy, MessageType schema) {
        DiscrepancyRow row = new DiscrepancyRow(schema);
        Finding finding = discrepancy.finding();
        row.day("business_date", discrepancy.businessDate());
        row.text("discrepancy_id", finding.discrepancyId());
        row.text("rule", finding.rule());
        row.text("family", discrepancy.family());
        row.text("severity", discrepancy.severity().name());
        row.text("status", discrepancy.status().name());
        row.day("first_seen_on", discrepancy.firstSeenOn());
        row.row.add("age_days", discrepancy.ageDays());
        row.text("clues", finding.clues());
        row.text("counterpart_clues", finding.counterpartClues());
        row.text("clave", finding.clave());
        row.text("lot", finding.lot());
        row.text("document_no", finding.documentNo());
        row.whole("expected_quantity", finding.expectedQuantity());
        row.whole("actual_quantity", finding.actualQuantity());
        row.whole("difference", finding.difference());
        row.money("value_at_risk", finding.valueAtRisk());
        row.text("explanation_es", discrepancy.explanationEs());
        row.text("explanation_en", discrepancy.explanationEn());
        row.evidence(finding);
        row.whole("evidence_rows", finding.evidenceRows());
        row.row.add("rule_version", finding.ruleVersion());
        return row.row;
    }

    private void text(String column, @Nullable String value) {
        if (value != null) {
            row.add(column, value);
        }
    }

    private void whole(String column, @Nullable Long value) {
        if (value != null) {
            row.add(column, value);
        }
    }

    private void day(String column, LocalDate value) {
        row.add(column, Math.toIntExact(value.toEpochDay()));
    }

    private void money(String column, @Nullable BigDecimal value) {
        if (value != null) {
            row.add(column, Binary.fromConstantByteArray(bigEndian(value.unscaledValue())));
        }
    }

    private static byte[] bigEndian(BigInteger unscaled) {
        byte[] shortest = unscaled.toByteArray();
        byte[] padded = new byte[DECIMAL_BYTES];
        Arrays.fill(padded, (byte) (unscaled.signum() < 0 ? -1 : 0));
        System.arraycopy(shortest, 0, padded, DECIMAL_BYTES - shortest.length, shortest.length);
        return padded;
    }

    private void evidence(Finding finding) {
        Group list = row.addGroup("evidence");
        for (Finding.EvidenceRow evidence : finding.evidence()) {
            Group element = list.addGroup("list").addGroup("element");
            element.add("file", evidence.file());
            if (evidence.sha256() != null) {
                element.add("sha256", evidence.sha256());
            }
            if (evidence.rowNo() != null) {
                element.add("row_no", evidence.rowNo());
            }
        }
    }
}
