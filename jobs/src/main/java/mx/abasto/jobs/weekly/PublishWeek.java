package mx.abasto.jobs.weekly;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mx.abasto.common.files.Folders;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.Publisher;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.inventory.InventoryProof;
import mx.abasto.jobs.report.ReportStep;
import mx.abasto.jobs.run.CodeVersion;
import mx.abasto.jobs.run.HeldLake;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Publishes a week: proves its identity, writes its run.json, and gives its folder its name (contract section 5). */
final class PublishWeek implements Tasklet {
    private final Function<JobParameters, WeekRun> runs;
    private final Clock clock;
    private final HeldLake held;

    PublishWeek(Function<JobParameters, WeekRun> runs, Clock clock, HeldLake held) {
        this.runs = runs;
        this.clock = clock;
        this.held = held;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        WeekRun run = runs.apply(contribution.getStepExecution().getJobParameters());
        // A process that died after the rename left it whole; it may not have been remembered.
        if (run.lake().week(run.week(), run.revision()).isEmpty()) {
            publish(run, contribution);
        }
        held.remember(run.lake().week(run.week(), run.revision()).orElseThrow());
        return RepeatStatus.FINISHED;
    }

    private void publish(WeekRun run, StepContribution contribution) {
        RunJson.Proof proof = InventoryProof.prove(run);
        List<RunJson.Item> inputs = inputs(run);
        LocalDateTime started =
                contribution.getStepExecution().getJobExecution().getCreateTime();
        held.forget(Lake.weekFolder(run.week(), run.revision()));
        new Publisher(run.lake().place(), held)
                .publish(
                        run.work(),
                        WeeklyDatasets.ALL,
                        documents(run),
                        Lake.weekFolder(run.week(), run.revision()),
                        outputs -> runJson(run, inputs, outputs, proof, started));
    }

    private static List<Path> documents(WeekRun run) {
        try {
            return Folders.list(run.work().of(ReportStep.NAME));
        } catch (IOException failure) {
            throw AbastoException.failed("Cannot list the week's documents: " + failure.getMessage(), failure);
        }
    }

    private RunJson runJson(
            WeekRun run,
            List<RunJson.Item> inputs,
            List<RunJson.Item> outputs,
            RunJson.Proof proof,
            LocalDateTime started) {
        Optional<String> previous = previous(run);
        return new RunJson(
                Hashes.sha256(run.label() + run.revision() + previous.orElse("") + inputs + CodeVersion.current())
                        .substring(0, 16),
                "weekly",
                null,
                run.label(),
                run.revision(),
                CodeVersion.current(),
                run.lake().night(run.week().end()).orElseThrow().runJson().ruleVersions(),
                null,
                inputs,
                outputs,
                proof,
                previous.orElse(null),
                new RunJson.Ran(started.atZone(ZoneId.systemDefault()).toInstant(), Instant.now(clock)));
    }

    /** The week's revision before this one, or else the last revision of the last week before it. */
    private static Optional<String> previous(WeekRun run) {
        if (run.revision() > 1) {
            return run.lake().week(run.week(), run.revision() - 1).map(Lake.Published::sha256);
        }
        List<IsoWeek> earlier = run.lake().weeks().stream()
                .filter(week -> week.compareTo(run.week()) < 0)
                .toList();
        return earlier.isEmpty()
                ? Optional.empty()
                : run.lake()
                        .week(earlier.get(earlier.size() - 1), run.lake().revisions(earlier.get(earlier.size() - 1)))
                        .map(Lake.Published::sha256);
    }

    /** The run.json of the nights and weeks that were read, by the hash that chains them, and the reference data. */
    private static List<RunJson.Item> inputs(WeekRun run) {
        List<RunJson.Item> inputs = new ArrayList<>();
        run.runsRead().forEach(read -> inputs.add(item(read)));
        try (Session session = run.session()) {
            session.view(WorkDatasets.REFERENCE_FILES, run.work().files(WorkDatasets.REFERENCE_FILES));
            try (Statement statement = session.connection().createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select path, bytes, sha256, rows from reference_files order by path")) {
                while (rows.next()) {
                    inputs.add(new RunJson.Item(
                            rows.getString("path"),
                            rows.getLong("bytes"),
                            rows.getString("sha256"),
                            rows.getLong("rows")));
                }
            }
            return inputs;
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot list the week's inputs: " + failure.getMessage(), failure);
        }
    }

    private static RunJson.Item item(Lake.Published published) {
        return new RunJson.Item(
                published.folder() + "/run.json",
                published.bytes(),
                published.sha256(),
                published.runJson().outputs().size());
    }
}
