package mx.abasto.schedules.watch;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Source;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;
import mx.abasto.jobs.reconcile.Severity;
import mx.abasto.schedules.alert.Alert;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.Alerts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what was published for what a person should know: sources that have fallen silent and critical discrepancies.
 * It looks at the state of the last night, so that a look that was missed costs nothing; events, which are listed once,
 * it looks for on the last {@link #EVENT_NIGHTS} nights. Never throws: what could not be seen is seen by the next look.
 */
public final class LakeWatch {
    static final int EVENT_NIGHTS = 7;

    private static final Logger LOG = LoggerFactory.getLogger(LakeWatch.class);
    private static final int LOOKED_BACK = 35;

    private final Alerts alerts;
    private final Settings settings;
    private final int silentNights;

    /** {@code silentNights}: so many nights in a row without a file make a source silent. */
    public LakeWatch(Alerts alerts, Settings settings, int silentNights) {
        this.alerts = requireNonNull(alerts, "alerts is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.silentNights = silentNights;
    }

    /** Looks, after a night was published. */
    public void look(Lake lake) {
        try {
            List<LocalDate> nights = lake.nights();
            if (nights.isEmpty()) {
                return;
            }
            LocalDate last = nights.get(nights.size() - 1);
            try (Session session = NightRun.of(last, settings, lake).session()) {
                lookAtSources(lake, session, last(nights, Math.max(LOOKED_BACK, silentNights)));
                lookAtDiscrepancies(lake, session, last(nights, EVENT_NIGHTS));
            }
        } catch (AbastoException | SQLException failure) {
            LOG.warn(
                    "The lake could not be looked at for alerts; the next night's look makes up for it: {}",
                    failure.getMessage());
        }
    }

    private static List<LocalDate> last(List<LocalDate> nights, int count) {
        return nights.subList(Math.max(0, nights.size() - count), nights.size());
    }

    private void lookAtSources(Lake lake, Session session, List<LocalDate> nights) throws SQLException {
        if (nights.size() < silentNights) {
            return;
        }
        session.datedView("files", NightlyDatasets.FILES, lake.byNight(NightlyDatasets.FILES, nights));
        Map<String, LocalDate> lastFiles = new HashMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(SqlScripts.of(LakeWatch.class, "last_files"))) {
            while (rows.next()) {
                lastFiles.put(rows.getString("source"), rows.getObject("last_file_on", LocalDate.class));
            }
        }
        LocalDate first = nights.get(nights.size() - silentNights);
        Set<String> silent = new HashSet<>();
        for (Source source : settings.sources()) {
            LocalDate lastFile = lastFiles.get(source.name());
            if (lastFile == null || lastFile.isBefore(first)) {
                silent.add(source.name());
                alerts.raise(silent(source, nights, lastFile));
            }
        }
        clearAllBut(Kind.SOURCE_SILENT, silent);
    }

    private Alert silent(Source source, List<LocalDate> nights, @Nullable LocalDate lastFile) {
        Map<String, String> facts = new HashMap<>();
        facts.put("nights", Integer.toString(silentNights));
        facts.put("night", nights.get(nights.size() - 1).toString());
        facts.put("looked-back", Integer.toString(nights.size()));
        facts.put("lookback-days", Integer.toString(settings.lookbackDays()));
        facts.put("uri", source.shownUri());
        if (lastFile != null) {
            facts.put("last-file-on", lastFile.toString());
        }
        return new Alert(Kind.SOURCE_SILENT, source.name(), Severity.HIGH, facts);
    }

    private void lookAtDiscrepancies(Lake lake, Session session, List<LocalDate> nights) throws SQLException {
        session.datedView(
                "discrepancies", NightlyDatasets.DISCREPANCIES, lake.byNight(NightlyDatasets.DISCREPANCIES, nights));
        LocalDate last = nights.get(nights.size() - 1);
        Set<String> open = new HashSet<>();
        Set<String> events = new HashSet<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(SqlScripts.of(LakeWatch.class, "critical"))) {
            while (rows.next()) {
                LocalDate night = rows.getObject("taken_on", LocalDate.class);
                String id = rows.getString("discrepancy_id");
                if (!lasts(lake, night, rows.getString("rule"))) {
                    String subject = id + " " + night;
                    events.add(subject);
                    alerts.tell(critical(rows, subject));
                } else if (night.equals(last) && !rows.getBoolean("has_ended")) {
                    open.add(id);
                    alerts.raise(critical(rows, id));
                }
            }
        }
        clearAllBut(Kind.CRITICAL_DISCREPANCY, open);
        alerts.forgetEvents(Kind.CRITICAL_DISCREPANCY, events);
    }

    /** Whether a rule's findings last until they are resolved, as that night's run.json says. */
    private static boolean lasts(Lake lake, LocalDate night, String rule) {
        return lake.night(night)
                .map(run -> run.runJson().conditionRules())
                .filter(conditions -> conditions.contains(rule))
                .isPresent();
    }

    private static Alert critical(ResultSet row, String subject) throws SQLException {
        String about = Stream.of(row.getString("clues"), row.getString("clave"), row.getString("lot"))
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return new Alert(
                Kind.CRITICAL_DISCREPANCY,
                subject,
                Severity.CRITICAL,
                Map.of(
                        "id", row.getString("discrepancy_id"),
                        "night", row.getObject("taken_on", LocalDate.class).toString(),
                        "rule", row.getString("rule"),
                        "about", about.isEmpty() ? String.valueOf(row.getString("document_no")) : about,
                        "explanation-es", row.getString("explanation_es"),
                        "explanation-en", row.getString("explanation_en")));
    }

    private void clearAllBut(Kind kind, Set<String> standing) {
        alerts.standing(kind).stream()
                .filter(subject -> !standing.contains(subject))
                .forEach(subject -> alerts.clear(kind, subject));
    }
}
