package mx.abasto.schedules.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a process of its own. */
class StructuredLogsTest {

    /** A process that logs before, in and after a step. */
    @Configuration(proxyBeanMethods = false)
    static class Logging {
        public static void main(String[] arguments) {
            StructuredLogs.switchOn();
            new SpringApplicationBuilder(Logging.class)
                    .web(WebApplicationType.NONE)
                    .properties("spring.main.banner-mode=off", "spring.main.log-startup-info=false")
                    .run()
                    .close();
            StepExecution step = new StepExecution(
                    1L,
                    "post",
                    new JobExecution(
                            1L,
                            new JobInstance(1L, "nightly"),
                            new JobParametersBuilder()
                                    .addLocalDate("night", LocalDate.of(2025, 1, 20))
                                    .addString("attempt", "attempt-1")
                                    .toJobParameters()));
            StepWatch watch = new StepWatch();
            watch.beforeStep(step);
            LoggerFactory.getLogger("mx.abasto.test").info("inside\nof it");
            step.setExitStatus(ExitStatus.COMPLETED);
            watch.afterStep(step);
            LoggerFactory.getLogger("mx.abasto.test").info("outside");
            LoggerFactory.getLogger("org.example.library").info("chatter");
        }
    }

    @Test
    void aLineIsAnEventWithTheRunAndItsNightWhileAStepRuns() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Logging.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        JsonMapper json = JsonMapper.builder().build();
        List<JsonNode> events = out.lines().map(json::readTree).toList();

        assertThat(events)
                .extracting(event -> event.get("message").asString())
                .containsExactly("inside\nof it", "post COMPLETED", "outside");
        for (JsonNode event : events.subList(0, 2)) {
            assertThat(event.get("run_id").asString()).isEqualTo("attempt-1");
            assertThat(event.get("business_date").asString()).isEqualTo("2025-01-20");
            assertThat(event.get("step").asString()).isEqualTo("post");
        }
        assertThat(events.get(1).has("seconds")).isTrue();
        assertThat(events.get(2).has("run_id")).isFalse();
        assertThat(events.get(2).has("business_date")).isFalse();
    }
}
