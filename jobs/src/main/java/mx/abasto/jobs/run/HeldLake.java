package mx.abasto.jobs.run;

import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.LakeHold;
import org.jspecify.annotations.Nullable;

/** The lease under which this process runs jobs: taken around each piece of work, asked before each rename. */
public final class HeldLake implements LakeHold {
    private final DataSource database;
    private final String lake;
    private final PublishedRecord record;
    private volatile @Nullable LakeLease lease;

    public HeldLake(DataSource database, String lake) {
        this.database = database;
        this.lake = lake;
        this.record = new PublishedRecord(database, lake);
    }

    /**
     * Does work while holding the lake.
     *
     * @throws mx.abasto.common.model.AbastoException (HELD) if another run holds it
     */
    public <T> T during(Supplier<T> work) {
        try (LakeLease held = LakeLease.acquire(database, lake)) {
            lease = held;
            return work.get();
        } finally {
            lease = null;
        }
    }

    /** Forgets what was remembered under a name, before a run of that name is published under this lease. */
    public void forget(String folder) {
        record.forget(folder);
    }

    /**
     * Remembers a run that was published.
     *
     * @throws mx.abasto.common.model.AbastoException (UNUSABLE) if another is remembered under its name
     */
    public void remember(Lake.Published run) {
        record.add(run);
    }

    /**
     * Makes sure that runs that are to be built on are those that were published.
     *
     * @throws mx.abasto.common.model.AbastoException (UNUSABLE) naming one that was replaced
     */
    public void requireAsPublished(List<Lake.Published> runs) {
        record.requireSame(runs);
    }

    @Override
    public long token() {
        return held().token();
    }

    @Override
    public void requireHeld() {
        held().requireHeld();
    }

    private LakeLease held() {
        LakeLease held = lease;
        if (held == null) {
            throw new IllegalStateException("the lake is not held");
        }
        return held;
    }
}
