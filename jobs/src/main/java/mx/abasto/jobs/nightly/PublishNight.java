package mx.abasto.jobs.nightly;

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
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.Publisher;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.ledger.Conservation;
import mx.abasto.jobs.reconcile.RuleCatalogue;
import mx.abasto.jobs.run.CodeVersion;
import mx.abasto.jobs.run.HeldLake;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Publishes a night: proves it, writes its run.json, and gives its folder its name (contract section 5). */
final class PublishNight implements Tasklet {
    private final Function<JobParameters, NightRun> runs;
    private final RuleCatalogue rules;
    private final Clock clock;
    private final HeldLake held;

    PublishNight(Function<JobParameters, NightRun> runs, RuleCatalogue rules, Clock clock, HeldLake held) {
        this.runs = runs;
        this.rules = rules;
        this.clock = clock;
        this.held = held;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightRun run = runs.apply(contribution.getStepExecution().getJobParameters());
        // A process that died after the rename left it whole; it may not have been remembered.
        if (run.lake().night(run.date()).isEmpty()) {
            publish(run, contribution);
        }
        held.remember(run.lake().night(run.date()).orElseThrow());
        return RepeatStatus.FINISHED;
    }

    private void publish(NightRun run, StepContribution contribution) {
        RunJson.Proof proof;
        List<RunJson.Item> inputs;
        try (Session session = run.session()) {
            proof = Conservation.prove(run, session);
            inputs = inputs(run, session);
            inputs.addAll(rules.inputs());
        }
        LocalDateTime started =
                contribution.getStepExecution().getJobExecution().getCreateTime();
        held.forget(Lake.nightFolder(run.date()));
        new Publisher(run.lake().place(), held)
                .publish(
                        run.work(),
                        NightlyDatasets.ALL,
                        List.of(),
                        Lake.nightFolder(run.date()),
                        outputs -> runJson(run, inputs, outputs, proof, started));
    }

    private RunJson runJson(
            NightRun run,
            List<RunJson.Item> inputs,
            List<RunJson.Item> outputs,
            RunJson.Proof proof,
            LocalDateTime started) {
        Optional<String> previous = run.previous().map(Lake.Published::sha256);
        return new RunJson(
                Hashes.sha256(run.label() + previous.orElse("") + inputs + CodeVersion.current())
                        .substring(0, 16),
                "nightly",
                run.label(),
                null,
                null,
                CodeVersion.current(),
                rules.versions(),
                rules.conditions(),
                inputs,
                outputs,
                proof,
                previous.orElse(null),
                new RunJson.Ran(started.atZone(ZoneId.systemDefault()).toInstant(), Instant.now(clock)));
    }

    private static List<RunJson.Item> inputs(NightRun run, Session session) {
        List<RunJson.Item> inputs = new ArrayList<>();
        session.view(WorkDatasets.INPUTS, run.work().files(WorkDatasets.INPUTS));
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery("select path, bytes, sha256, rows from inputs order by path")) {
            while (rows.next()) {
                inputs.add(new RunJson.Item(
                        rows.getString("path"), rows.getLong("bytes"), rows.getString("sha256"), rows.getLong("rows")));
            }
            return inputs;
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot list the night's inputs: " + failure.getMessage(), failure);
        }
    }
}
