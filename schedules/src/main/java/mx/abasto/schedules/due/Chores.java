package mx.abasto.schedules.due;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.AbastoException.Category;
import mx.abasto.schedules.plan.Fire;
import mx.abasto.schedules.plan.Plan;
import mx.abasto.schedules.plan.Schedule;
import mx.abasto.schedules.plan.Schedule.Misfire;
import mx.abasto.schedules.plan.Schedule.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What schedules run besides nights and weeks: verify and prune. The lake does not tell whether they were done, so the job
 * repository's database does, by the last fire that each schedule's was begun for: of several schedulers one takes it. It
 * is taken before it is done; one that fails, or is killed, is done again at the next fire.
 */
public final class Chores {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    private final Plan plan;
    private final Map<Task, Runnable> chores;
    private final DataSource database;
    private final String lake;
    private final Notices notices;
    private final Clock clock;
    private final Instant since;

    /**
     * The chores of a plan.
     *
     * @param chores how each is done
     */
    public Chores(
            Plan plan, Map<Task, Runnable> chores, DataSource database, String lake, Notices notices, Clock clock) {
        this.plan = requireNonNull(plan, "plan is null");
        this.chores = Map.copyOf(chores);
        this.database = requireNonNull(database, "database is null");
        this.lake = requireNonNull(lake, "lake is null");
        this.notices = requireNonNull(notices, "notices is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.since = clock.instant();
    }

    /** Makes the table if it is not there; what is new in it begins with its next fire from now. */
    public void prepare() {
        try {
            Tables.create(database, """
                    create table if not exists abasto_chore (
                        lake varchar(1000) not null,
                        schedule varchar(200) not null,
                        begun_until bigint not null,
                        primary key (lake, schedule)
                    )
                    """);
            try (Connection connection = database.getConnection()) {
                for (Schedule schedule : plan.schedules()) {
                    if (chores.containsKey(schedule.task())) {
                        var unused = begunUntil(connection, schedule);
                    }
                }
            }
        } catch (SQLException failure) {
            throw unanswered(failure);
        }
    }

    /** Does what is due. */
    public void make() {
        for (Schedule schedule : plan.schedules()) {
            Runnable chore = chores.get(schedule.task());
            if (chore != null && isTaken(schedule)) {
                run(schedule, chore);
            }
        }
    }

    private void run(Schedule schedule, Runnable chore) {
        LOG.info("{} starts", schedule.name());
        try {
            chore.run();
            LOG.info("{} is done", schedule.name());
            if (schedule.task() == Task.VERIFY) {
                notices.verified();
            }
        } catch (AbastoException failure) {
            if (failure.category() == Category.DIFFERENT) {
                notices.differs(failure);
            } else {
                LOG.warn("{}: {} It is done again at its next fire.", schedule.name(), failure.getMessage());
            }
        }
    }

    /** Whether it is due and this scheduler is the one to do it. */
    private boolean isTaken(Schedule schedule) {
        try (Connection connection = database.getConnection()) {
            Instant begun = begunUntil(connection, schedule);
            Instant from = schedule.misfire() == Misfire.SKIP && begun.isBefore(since) ? since.minusMillis(1) : begun;
            Instant now = clock.instant();
            Optional<Fire> fire = schedule.firstAfter(from);
            return fire.isPresent() && !fire.get().at().isAfter(now) && take(connection, schedule, begun, now);
        } catch (SQLException failure) {
            throw unanswered(failure);
        }
    }

    /** Until when it was begun; a schedule that is new is noted as begun until now. */
    private Instant begunUntil(Connection connection, Schedule schedule) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select begun_until from abasto_chore where lake = ? and schedule = ?")) {
            query.setString(1, lake);
            query.setString(2, schedule.name());
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return Instant.ofEpochMilli(row.getLong(1));
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into abasto_chore (lake, schedule, begun_until)
                select ?, ?, ? where not exists (select 1 from abasto_chore where lake = ? and schedule = ?)
                """)) {
            insert.setString(1, lake);
            insert.setString(2, schedule.name());
            insert.setLong(3, since.toEpochMilli());
            insert.setString(4, lake);
            insert.setString(5, schedule.name());
            insert.executeUpdate();
        }
        return since;
    }

    private boolean take(Connection connection, Schedule schedule, Instant begun, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update abasto_chore set begun_until = ? where lake = ? and schedule = ? and begun_until = ?")) {
            update.setLong(1, now.toEpochMilli());
            update.setString(2, lake);
            update.setString(3, schedule.name());
            update.setLong(4, begun.toEpochMilli());
            return update.executeUpdate() == 1;
        }
    }

    private static AbastoException unanswered(SQLException failure) {
        return AbastoException.failed("The job repository did not answer: " + failure.getMessage(), failure);
    }
}
