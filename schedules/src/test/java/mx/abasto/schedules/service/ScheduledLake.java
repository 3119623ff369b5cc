package mx.abasto.schedules.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;

/** Lakes of small networks with a schedule for nights and one for weeks, in UTC. */
final class ScheduledLake {
    /** Noon of the opening night; its time is thirteen and a half hours later. */
    static final Instant NOON = Instant.parse("2025-01-06T12:00:00Z");

    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;

    private ScheduledLake() {}

    /** A network of so many nights, from 2025-01-06, a Monday, on. */
    static Path network(Path folder, int nights) throws IOException {
        Generator.generate(GeneratorOptions.of(4, 12, nights, 7), folder);
        return folder;
    }

    /**
     * An empty lake whose configuration has schedules, and further keys. Each scheduler takes a port that is free: there
     * are several on this machine.
     */
    static TestLake of(Path network, Path home, String further) throws IOException {
        TestLake lake = TestLake.empty(network, home, 2);
        Files.writeString(lake.configuration(), """
                  server: { port: 0 }
                  schedules:
                    - name: night
                      job: nightly
                      cron: "0 30 1 * * ?"
                      zone: UTC
                      from: 2025-01-06
                    - name: week
                      job: weekly
                      cron: "0 0 6 ? * MON"
                      zone: UTC
                """ + further.indent(2), StandardOpenOption.APPEND);
        return lake;
    }

    /** Waits until something holds that others bring about. */
    static void await(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            if (Thread.interrupted()) {
                throw new AssertionError("What was waited for has not come");
            }
        }
    }

    /** True, for as long as the scheduler runs that something is awaited of. */
    static boolean isAlive(SchedulerProcess process) {
        if (!process.isAlive()) {
            throw new AssertionError("The scheduler has ended: " + said(process));
        }
        return true;
    }

    /** Whether it has printed something by now. */
    static boolean hasSaid(SchedulerProcess process, String words) {
        return isAlive(process) && said(process).contains(words);
    }

    private static String said(SchedulerProcess process) {
        try {
            return process.said();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
