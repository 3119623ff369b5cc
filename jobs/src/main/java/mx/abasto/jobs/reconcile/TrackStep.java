package mx.abasto.jobs.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.WorkFolder;
import mx.abasto.common.model.AbastoException;
import mx.abasto.jobs.run.Runs;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
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
            StepExecutionListener progress,
            ItemStreamReader<Finding> reader,
            ItemProcessor<Finding, Discrepancy> tracker,
            ItemStreamWriter<Discrepancy> writer) {
        return new StepBuilder(NAME, repository)
                        .<Finding, Discrepancy>chunk(CHUNK_ITEMS)
                        .transactionManager(transactions)
                        .reader(reader)
                        .processor(tracker)
                        .writer(writer)
                        .stream(reader)
                        .stream(writer)
                        .listener(progress)
                        .listener(new FolderAside(runs))
                        .build();
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
    ItemStreamWriter<Discrepancy> discrepancyWriter(Runs runs, @Value("#{stepExecution}") StepExecution execution)
            throws IOException {
        NightRun run = runs.night(execution.getJobParameters());
        return new DiscrepancyWriter(run.work().begin(NAME));
    }

    /** Gives the folder its name once every discrepancy is in it. */
    private record FolderAside(Runs runs) implements StepExecutionListener {
        @Override
        public ExitStatus afterStep(StepExecution execution) {
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                return execution.getExitStatus();
            }
            WorkFolder work = runs.night(execution.getJobParameters()).work();
            try {
                Path done = work.of(NAME);
                // Left by a process that died between the rename and the metadata: the same bytes.
                Folders.delete(done);
                work.finish(NAME);
                return execution.getExitStatus();
            } catch (IOException failure) {
                throw AbastoException.failed(
                        "Cannot finish the step track: " + failure.getMessage() + ". Run the same command again.",
                        failure);
            }
        }
    }
}
