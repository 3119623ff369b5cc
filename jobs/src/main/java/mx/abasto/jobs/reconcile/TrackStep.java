package mx.abasto.jobs.reconcile;

import java.io.IOException;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.WorkFolder;
import mx.abasto.jobs.run.HeldLake;
import mx.abasto.jobs.run.Runs;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.item.ChunkOrientedStep;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step that tracks discrepancies, item by item: reads {@code findings}, gives each its life and its words, writes
 * {@code discrepancies}. A restart begins again with the first finding.
 */
@Configuration(proxyBeanMethods = false)
public class TrackStep {
    private static final String NAME = "track";
    private static final int CHUNK_ITEMS = 1_000;

    @Bean
    Step track(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Runs runs,
            HeldLake held,
            StepExecutionListener progress,
            ItemStreamReader<Finding> reader,
            ItemProcessor<Finding, Discrepancy> tracker,
            ItemStreamWriter<Discrepancy> writer) {
        WholeFolderStep step = new WholeFolderStep(repository, runs, held, reader, writer);
        step.setTransactionManager(transactions);
        step.setItemProcessor(tracker);
        step.registerStepExecutionListener(progress);
        return step;
    }

    @Bean
    @StepScope
    ItemStreamReader<Finding> findingReader(Runs runs, @Value("#{stepExecution}") StepExecution execution) {
        return new FindingReader(runs.night(execution.getJobParameters()));
    }

    @Bean
    @StepScope
    ItemProcessor<Finding, Discrepancy> discrepancyTracker(
            Runs runs, RuleCatalogue catalogue, @Value("#{stepExecution}") StepExecution execution) {
        return new DiscrepancyTracker(
                catalogue, runs.night(execution.getJobParameters()).date());
    }

    @Bean
    @StepScope
    ItemStreamWriter<Discrepancy> discrepancyWriter(
            Runs runs, HeldLake held, @Value("#{stepExecution}") StepExecution execution) throws IOException {
        NightRun run = runs.night(execution.getJobParameters());
        return new DiscrepancyWriter(run.work().begin(NAME, held));
    }

    /**
     * Gives the folder its name once every discrepancy is in it. Batch closes a writer, and tells listeners, only after it
     * has noted the step as completed: whoever is killed between, or fails then, would leave a step that is done by its
     * metadata and has no whole folder. So both are the last of what the step does.
     */
    private static final class WholeFolderStep extends ChunkOrientedStep<Finding, Discrepancy> {
        private final Runs runs;
        private final HeldLake held;
        private final ItemStreamWriter<Discrepancy> writer;

        WholeFolderStep(
                JobRepository repository,
                Runs runs,
                HeldLake held,
                ItemStreamReader<Finding> reader,
                ItemStreamWriter<Discrepancy> writer) {
            super(NAME, CHUNK_ITEMS, reader, writer, repository);
            this.runs = runs;
            this.held = held;
            this.writer = writer;
        }

        @Override
        protected void doExecute(StepExecution execution) throws Exception {
            super.doExecute(execution);
            if (execution.isTerminateOnly() || Thread.currentThread().isInterrupted()) {
                throw new JobInterruptedException("The step track was stopped before its last finding");
            }
            writer.close();
            WorkFolder work = runs.night(execution.getJobParameters()).work();
            held.requireHeld();
            // Left by a process that died between the rename and the metadata: the same bytes.
            Folders.delete(work.of(NAME));
            work.finish(NAME, held);
        }
    }
}
