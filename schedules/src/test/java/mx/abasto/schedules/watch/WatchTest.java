package mx.abasto.schedules.watch;

import static mx.abasto.schedules.watch.MadeLake.file;
import static mx.abasto.schedules.watch.MadeLake.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.run.LakeLease;
import mx.abasto.jobs.run.Runs;
import mx.abasto.schedules.alert.Alert;
import mx.abasto.schedules.alert.AlertConfiguration;
import mx.abasto.schedules.alert.Alerts;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Health and metrics of a small application, asked over HTTP. */
class WatchTest {
    private static final Instant NOW = Instant.parse("2025-01-08T16:00:00Z");
    private static final LocalDate OVERDUE = LocalDate.of(2025, 1, 7);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration",
                "org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration",
                "org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration"
            })
    @Import({AlertConfiguration.class, WatchConfiguration.class})
    static class Application {}

    @TempDir
    private Path folder;

    private final DataSource database = database();
    private final StepWatch steps = new StepWatch();
    private Optional<DueNights.Overdue> overdue = Optional.empty();
    private MadeLake made;
    private ConfigurableApplicationContext context;

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:watch_" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @BeforeEach
    void start() {
        made = new MadeLake(folder, "units");
        Settings settings = made.settings();
        context = new SpringApplicationBuilder(Application.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(WatchConfiguration.properties("127.0.0.1", 0))
                .initializers(starting -> {
                    var beans = starting.getBeanFactory();
                    beans.registerSingleton("database", database);
                    beans.registerSingleton("settings", settings);
                    beans.registerSingleton("runs", new Runs(settings, made.lake()));
                    beans.registerSingleton("clock", Clock.fixed(NOW, ZoneOffset.UTC));
                    beans.registerSingleton("stepWatch", steps);
                    beans.registerSingleton("dueNights", (DueNights) () -> overdue);
                })
                .run();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        String port = context.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private JsonNode health(String part, int status) throws Exception {
        context.getBean(LakeGlances.class).forget();
        HttpResponse<String> answer = get("health" + part);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private Map<String, Double> metrics() throws Exception {
        context.getBean(LakeGlances.class).forget();
        return Exposition.parse(get("prometheus").body()).samples();
    }

    @Test
    void theLakesHealthNamesItsLastNightAndTheHeadOfItsChain() throws Exception {
        assertThat(health("/lake", 200).get("details").has("lastNight")).isFalse();
        LocalDate night = made.publish(List.of(), List.of());
        JsonNode details = health("/lake", 200).get("details");
        assertThat(details.get("lastNight").asString()).isEqualTo("2025-01-06");
        assertThat(details.get("runId").asString()).isEqualTo("run-of-2025-01-06");
        assertThat(details.get("chainHead").asString())
                .isEqualTo(made.lake().night(night).orElseThrow().sha256());
    }

    @Test
    void aLakeThatCannotBeReadMakesTheServiceUnreadyAndLeavesItAlive() throws Exception {
        made.publish(List.of(), List.of());
        Files.writeString(folder.resolve("lake/nightly/business_date=2025-01-06/run.json"), "{");
        JsonNode lake = health("/lake", 503);
        assertThat(lake.get("status").asString()).isEqualTo("DOWN");
        assertThat(lake.get("details").get("problem").asString()).contains("restore it from a backup");
        assertThat(health("/readiness", 503).get("status").asString()).isEqualTo("DOWN");
        assertThat(health("/liveness", 200).get("status").asString()).isEqualTo("UP");
        assertThat(metrics())
                .containsEntry("abasto_lake_up", 0.0)
                .doesNotContainKey("abasto_last_night_timestamp_seconds");
    }

    @Test
    void latenessTellsTheHoursAndStaysUp() throws Exception {
        assertThat(health("/lateness", 200).get("details").get("hours").asString())
                .isEqualTo("0.0");
        assertThat(metrics()).containsEntry("abasto_lateness_seconds", 0.0);
        overdue = Optional.of(new DueNights.Overdue(OVERDUE, NOW.minus(Duration.ofMinutes(150))));
        JsonNode late = health("/lateness", 200);
        assertThat(late.get("status").asString()).isEqualTo("UP");
        assertThat(late.get("details").get("hours").asString()).isEqualTo("2.5");
        assertThat(late.get("details").get("night").asString()).isEqualTo("2025-01-07");
        assertThat(metrics()).containsEntry("abasto_lateness_seconds", 9000.0);
    }

    @Test
    void metricsTellTheLastNightTheStepsTheHolderAndTheAlerts() throws Exception {
        LocalDate night = made.publish(
                List.of(file("units", "stock"), file("units", "stock"), file("units", "receipts")),
                List.of(
                        finding("a1", "LOT-01", "CRITICAL", "NEW"),
                        finding("a2", "LOT-01", "CRITICAL", "PERSISTING"),
                        finding("a3", "LOT-01", "CRITICAL", "RESOLVED"),
                        finding("a4", "LOT-01", "CRITICAL", "SUPERSEDED"),
                        finding("b1", "STK-01", "MEDIUM", "NEW")));
        context.getBean(RunMetrics.class).nightPublished(night);
        context.getBean(Alerts.class).raise(Alert.nightLate(OVERDUE, "07:00", OVERDUE));
        StepExecution step = step("balance");
        steps.beforeStep(step);
        steps.afterStep(step);
        Map<String, Double> metrics;
        try (LakeLease held = LakeLease.acquire(database, made.settings().lake().toString())) {
            held.requireHeld();
            metrics = metrics();
        }
        assertThat(metrics)
                .containsEntry("abasto_lake_up", 1.0)
                .containsEntry("abasto_last_night_timestamp_seconds", 1736121600.0)
                .containsEntry("abasto_rows{extract=stock}", 20.0)
                .containsEntry("abasto_rejected_rows{extract=stock}", 4.0)
                .containsEntry("abasto_rows{extract=receipts}", 10.0)
                .containsEntry("abasto_discrepancies{rule=LOT-01,severity=CRITICAL}", 2.0)
                .containsEntry("abasto_discrepancies{rule=STK-01,severity=MEDIUM}", 1.0)
                .containsEntry("abasto_night_seconds_count", 1.0)
                .containsEntry("abasto_night_seconds_sum", 90.0)
                .containsEntry("abasto_step_seconds_count{job=nightly,step=balance}", 1.0)
                .containsEntry("abasto_alerts{kind=NIGHT_LATE}", 1.0)
                .containsEntry("abasto_alerts{kind=NIGHT_FAILED}", 0.0)
                .containsKey("abasto_lake_held_since_timestamp_seconds");
        assertThat(metrics.keySet())
                .filteredOn(name -> name.startsWith("abasto_lake_holder"))
                .singleElement()
                .asString()
                .startsWith("abasto_lake_holder{holder=pid "
                        + ProcessHandle.current().pid() + " on ");
        assertThat(metrics().keySet()).noneMatch(name -> name.startsWith("abasto_lake_holder"));
    }

    @Test
    void nothingElseIsShown() throws Exception {
        for (String path : List.of("env", "heapdump", "beans", "configprops", "shutdown")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theCheckOfTheMetricsTextFindsWhatIsWrong() {
        String right = "# HELP a_seconds A\n# TYPE a_seconds gauge\na_seconds{b=\"c\"} 1\n";
        assertThat(Exposition.parse(right).samples()).containsOnly(Map.entry("a_seconds{b=c}", 1.0));
        for (String wrong : List.of(
                right.stripTrailing(),
                right + "a_seconds{b=\"c\"} 2\n",
                right.replace("# HELP a_seconds A\n", ""),
                right.replace("gauge", "number"),
                right.replace("gauge", "counter"),
                right.replace("a_seconds", "a_hours"),
                right.replace("a_seconds", "a-seconds"),
                right.replace("b=\"c\"", "b=\"c\",b=\"d\""),
                right.replace(" 1\n", " one\n"),
                right + "# HELP d D\n# TYPE d gauge\nd 1\na_seconds 3\n")) {
            assertThatThrownBy(() -> Exposition.parse(wrong))
                    .as(wrong)
                    .isInstanceOfAny(AssertionError.class, NumberFormatException.class);
        }
    }

    private static StepExecution step(String name) {
        JobExecution job = new JobExecution(
                1L,
                new JobInstance(1L, "nightly"),
                new JobParametersBuilder()
                        .addLocalDate("night", OVERDUE)
                        .addString("attempt", "attempt-1")
                        .toJobParameters());
        return new StepExecution(1L, name, job);
    }
}
