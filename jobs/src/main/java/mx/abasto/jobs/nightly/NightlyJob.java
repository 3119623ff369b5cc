package mx.abasto.jobs.nightly;

import java.time.Clock;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.RunStep;
import mx.abasto.jobs.extract.AcceptStep;
import mx.abasto.jobs.extract.LandStep;
import mx.abasto.jobs.ledger.BalanceStep;
import mx.abasto.jobs.ledger.PostStep;
import mx.abasto.jobs.reconcile.ReconcileStep;
import mx.abasto.jobs.reconcile.RuleCatalogue;
import mx.abasto.jobs.reconcile.TrackStep;
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
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** The nightly job: pull, land, accept, post, balance, reconcile, track, publish. */
@Configuration(proxyBeanMethods = false)
@Import(TrackStep.class)
public class NightlyJob {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Runs runs;
    private final StepExecutionListener progress;
    private final HeldLake held;

    NightlyJob(
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
    Job nightly(Step track, RuleCatalogue rules, Clock clock) {
        return new JobBuilder("nightly", repository)
                .start(pull(clock))
                .next(step(new LandStep()))
                .next(step(new AcceptStep()))
                .next(step(new PostStep()))
                .next(step(new BalanceStep()))
                .next(step(new ReconcileStep(rules)))
                .next(track)
                .next(publish(rules, clock))
                .build();
    }

    private Step pull(Clock clock) {
        return new PullEachSource(runs.settings().sources(), clock, runs::night, held).step(repository, progress);
    }

    private Step step(RunStep<NightRun> step) {
        return new StepBuilder(step.name(), repository)
                .tasklet(new StepTasklet<>(step, runs::night, held), transactions)
                .listener(progress)
                .build();
    }

    private Step publish(RuleCatalogue rules, Clock clock) {
        return new StepBuilder("publish", repository)
                .tasklet(new PublishNight(runs::night, rules, clock, held), transactions)
                .listener(progress)
                .build();
    }
}
