package mx.abasto.jobs.reconcile;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.reconcile.Finding.EvidenceRow;
import mx.abasto.jobs.reconcile.Finding.RetiredRule;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the night's findings in their order, one by one. A restart begins again at the first. */
final class FindingReader implements ItemStreamReader<Finding> {
    private final NightRun run;
    private @Nullable Session session;
    private @Nullable Statement statement;
    private @Nullable ResultSet rows;

    FindingReader(NightRun run) {
        this.run = run;
    }

    @Override
    public void open(ExecutionContext context) {
        Session opened = run.session();
        session = opened;
        opened.view(WorkDatasets.FINDINGS, run.work().files(WorkDatasets.FINDINGS));
        try {
            Statement query = opened.connection().createStatement();
            statement = query;
            rows = query.executeQuery("select * from findings order by " + WorkDatasets.FINDINGS.totalOrder());
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot read the findings: " + failure.getMessage(), failure);
        }
    }

    @Override
    public @Nullable Finding read() throws SQLException {
        ResultSet cursor = rows;
        return cursor != null && cursor.next() ? finding(cursor) : null;
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("discrepancy_id"),
                row.getString("rule"),
                row.getString("clues"),
                row.getString("counterpart_clues"),
                row.getString("clave"),
                row.getString("lot"),
                row.getString("document_no"),
                row.getObject("expected_quantity", Long.class),
                row.getObject("actual_quantity", Long.class),
                row.getBoolean("holds"),
                row.getBoolean("was_open"),
                row.getString("superseded_by"),
                day(row, "known_since"),
                row.getString("site_name"),
                row.getString("counterpart_name"),
                row.getString("description"),
                row.getString("supply_group"),
                row.getString("expiries"),
                row.getObject("value_at_risk", BigDecimal.class),
                evidence(row.getArray("evidence")),
                row.getLong("evidence_rows"),
                row.getInt("rule_version"),
                severity(row),
                row.getString("reason"),
                retired(row));
    }

    private static @Nullable Severity severity(ResultSet row) throws SQLException {
        String severity = row.getString("severity");
        try {
            return severity == null ? null : Severity.valueOf(severity);
        } catch (IllegalArgumentException unknown) {
            throw AbastoException.failed(
                    "The SQL of the rule %s gives the severity '%s'; it must be one of %s, or NULL. Correct it and run the same command again."
                            .formatted(row.getString("rule"), severity, List.of(Severity.values())),
                    unknown);
        }
    }

    private static @Nullable RetiredRule retired(ResultSet row) throws SQLException {
        String severity = row.getString("last_severity");
        return severity == null
                ? null
                : new RetiredRule(
                        Severity.valueOf(severity),
                        row.getString("last_explanation_es"),
                        row.getString("last_explanation_en"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private static List<EvidenceRow> evidence(Array list) throws SQLException {
        List<EvidenceRow> evidence = new ArrayList<>();
        for (Object element : (Object[]) list.getArray()) {
            Object[] fields = ((Struct) element).getAttributes();
            evidence.add(new EvidenceRow((String) fields[0], (String) fields[1], (Long) fields[2]));
        }
        return evidence;
    }

    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot close the findings: " + failure.getMessage(), failure);
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }
}
