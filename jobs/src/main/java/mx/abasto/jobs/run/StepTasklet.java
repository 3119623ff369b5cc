package mx.abasto.jobs.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import mx.abasto.common.lake.LakeHold;
import mx.abasto.common.lake.Run;
import mx.abasto.common.lake.RunStep;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Runs a step once: into a folder aside, which takes the step's name when it is whole. A step that is done is passed. */
public final class StepTasklet<R extends Run> implements Tasklet {
    private final RunStep<R> step;
    private final Function<JobParameters, R> runs;
    private final LakeHold hold;

    public StepTasklet(RunStep<R> step, Function<JobParameters, R> runs, LakeHold hold) {
        this.step = requireNonNull(step, "step is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.hold = requireNonNull(hold, "hold is null");
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        R run = runs.apply(contribution.getStepExecution().getJobParameters());
        if (!run.work().isDone(step.name())) {
            Path output = run.work().begin(step.name(), hold);
            step.run(run, output);
            run.work().finish(step.name(), hold);
        }
        return RepeatStatus.FINISHED;
    }
}
