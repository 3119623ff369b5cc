package mx.abasto.jobs.nightly;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import mx.abasto.common.lake.LakeHold;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.model.Source;
import mx.abasto.jobs.pull.PullStep;
import mx.abasto.jobs.run.StepTasklet;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.DefaultStepExecutionAggregator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The pull: one partition per source, several at a time. A partition that is done is not done again when the night is
 * resumed. Sources mostly wait for servers, so there may be more of them at a time than there are processors.
 */
final class PullEachSource implements Partitioner, Tasklet {
    private static final String NAME = "pull";
    private static final int AT_A_TIME = 8;

    private final List<Source> sources;
    private final Clock clock;
    private final Function<JobParameters, NightRun> nights;
    private final LakeHold hold;

    /** Of the night's pulls. Who holds the lake runs one night at a time. */
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    PullEachSource(List<Source> sources, Clock clock, Function<JobParameters, NightRun> nights, LakeHold hold) {
        this.sources = List.copyOf(sources);
        this.clock = requireNonNull(clock, "clock is null");
        this.nights = requireNonNull(nights, "nights is null");
        this.hold = requireNonNull(hold, "hold is null");
    }

    Step step(JobRepository repository, StepExecutionListener progress) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("pull-");
        threads.setConcurrencyLimit(AT_A_TIME);
        threads.setTaskDecorator(PullEachSource::inTheRunsLog);
        // A pull may take long and writes nothing to the repository's database: it holds no connection meanwhile.
        Step ofOne = new StepBuilder(NAME, repository)
                .tasklet(this, new ResourcelessTransactionManager())
                .build();
        return new StepBuilder(NAME, repository)
                .partitioner(NAME, this)
                .step(ofOne)
                .gridSize(sources.size())
                .taskExecutor(threads)
                .aggregator(new WithCauses())
                .listener(progress)
                .build();
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        failures.clear();
        Map<String, ExecutionContext> partitions = new HashMap<>();
        sources.forEach(source -> partitions.put(source.name(), new ExecutionContext()));
        return partitions;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        // Not from the partition's context: a kill can leave the partition's row without it, and a restart takes that.
        String name = contribution.getStepExecution().getStepName().substring(NAME.length() + 1);
        Source source = sources.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no source " + name));
        try {
            return new StepTasklet<>(new PullStep(source, clock), nights, hold).execute(contribution, context);
        } catch (IOException | RuntimeException failure) {
            failures.add(failure);
            throw failure;
        }
    }

    /** What the pull of a source failed for, the whole step failed for: Batch alone says that a part did not succeed. */
    private final class WithCauses extends DefaultStepExecutionAggregator {
        @Override
        public void aggregate(StepExecution whole, Collection<StepExecution> parts) {
            super.aggregate(whole, parts);
            failures.forEach(whole::addFailureException);
        }
    }

    /** What a source's thread logs is told to be of the run, as what the run's own thread logs. */
    private static Runnable inTheRunsLog(Runnable task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return () -> {
            MDC.setContextMap(context == null ? Map.of() : context);
            task.run();
        };
    }
}
