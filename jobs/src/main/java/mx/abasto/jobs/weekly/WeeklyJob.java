package mx.abasto.jobs.weekly;

import java.time.Clock;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.jobs.extract.GatherStep;
import mx.abasto.jobs.inventory.InventoryStep;
import mx.abasto.jobs.inventory.RestatementStep;
import mx.abasto.jobs.inventory.SuggestionStep;
import mx.abasto.jobs.inventory.SummaryStep;
import mx.abasto.jobs.report.ReportStep;
import mx.abasto.jobs.run.HeldLake;
import mx.abasto.jobs.run.Runs;
import mx.abasto.jobs.run.StepTasklet;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The weekly job: gather, inventory, summarise, suggest, restate, report, publish. */
@Configuration(proxyBeanMethods = false)
public class WeeklyJob {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Runs runs;
    private final StepExecutionListener progress;
    private final HeldLake held;

    WeeklyJob(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Runs runs,
            StepExecutionListener progress,
            HeldLake held) {
        this.repository = repository;
        this.transactions = transactions;
        this.runs = runs;
        this.progress = progress;
        this.held = held;
    }

    @Bean
    Job weekly(Clock clock) {
        return new JobBuilder("weekly", repository)
                .start(step(new GatherStep()))
                .next(step(new InventoryStep()))
                .next(step(new SummaryStep()))
                .next(step(new SuggestionStep()))
                .next(step(new RestatementStep()))
                .next(step(new ReportStep()))
                .next(publish(clock))
                .build();
    }

    private Step step(RunStep<WeekRun> step) {
        return new StepBuilder(step.name(), repository)
                .tasklet(new StepTasklet<>(step, runs::week, held), transactions)
                .listener(progress)
                .build();
    }

    private Step publish(Clock clock) {
        return new StepBuilder("publish", repository)
                .tasklet(new PublishWeek(runs::week, clock, held), transactions)
                .listener(progress)
                .build();
    }
}
