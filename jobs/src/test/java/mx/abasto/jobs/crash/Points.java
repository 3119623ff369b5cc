package mx.abasto.jobs.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The points of this process: each write, sync, rename, removal and lock of a file under a lake's home, each change of
 * the job repository, and the process's own beginning and end. All are noted by name; one may be made to fail. A name
 * says after which step it is, what is done to what, and the how-many-th time.
 */
final class Points {
    /** Whose work folder is worked in. */
    private static final Pattern STEP = Pattern.compile("work/(?:nightly|weekly)/[^/]+/([a-z-]+)~");

    private static final String PUBLISHING = "lake/_staging";
    private static final Points NONE = new Points(null, null);
    private static volatile Points current = NONE;

    private final @Nullable String home;
    private final @Nullable Fault fault;
    private final List<String> reached = new ArrayList<>();
    private final Map<String, Integer> times = new HashMap<>();
    private String step = "start";
    private boolean isFired;
    private volatile boolean isDiskFull;

    /** What a point does. */
    @FunctionalInterface
    interface Effect<T, E extends Exception> {
        @Nullable
        T take() throws E;
    }

    private Points(@Nullable String home, @Nullable Fault fault) {
        this.home = home;
        this.fault = fault;
    }

    /** From here on, notes what happens under a home, and lets a fault happen, if there is one. */
    static Points watch(Order order) {
        current = new Points(order.home() + "/", order.fault());
        return current;
    }

    static void stop() {
        current = NONE;
    }

    /** What happens to a file. */
    static <T> @Nullable T file(String what, String path, Effect<?, IOException> part, Effect<T, IOException> whole)
            throws IOException {
        Points points = current;
        String home = points.home;
        if (home == null || !path.startsWith(home)) {
            return whole.take();
        }
        return points.pass(what + " " + path.substring(home.length()), part, whole, IOException::new);
    }

    /** As {@link #file(String, String, Effect, Effect)}, of what happens as a whole or not at all. */
    static <T> @Nullable T file(String what, String path, Effect<T, IOException> whole) throws IOException {
        return file(what, path, () -> null, whole);
    }

    /** What happens elsewhere. */
    static <T, E extends Exception> @Nullable T other(String what, Effect<T, E> whole, Function<String, E> failure)
            throws E {
        Points points = current;
        return points.home == null ? whole.take() : points.pass(what, () -> null, whole, failure);
    }

    private <T, E extends Exception> @Nullable T pass(
            String what, Effect<?, E> part, Effect<T, E> whole, Function<String, E> failure) throws E {
        Fault now = reach(what);
        if (now != null && now.way() == Way.FULL_DISK) {
            fill(now);
        }
        if (isDiskFull && isOfDisk(what)) {
            part.take();
            throw failure.apply("No space left on device");
        }
        if (now == null) {
            return whole.take();
        }
        return switch (now.way()) {
            case EXCEPTION -> {
                part.take();
                throw failure.apply("Input/output error");
            }
            case LOST_ANSWER -> {
                whole.take();
                throw failure.apply("The answer did not come");
            }
            case KILL -> {
                part.take();
                throw Self.killed();
            }
            case PAUSE -> {
                Self.send("-STOP");
                yield whole.take();
            }
            case FULL_DISK -> whole.take();
        };
    }

    private synchronized @Nullable Fault reach(String what) {
        Matcher aside = STEP.matcher(what);
        if (aside.find()) {
            step = aside.group(1);
        } else if (what.contains(PUBLISHING)) {
            step = "publish";
        }
        String name = step + ": " + what;
        int time = times.merge(name, 1, Integer::sum);
        String numbered = name + " #" + time;
        reached.add(numbered);
        if (fault == null || isFired || !fault.point().equals(numbered)) {
            return null;
        }
        isFired = true;
        return fault;
    }

    /** What needs room: a removal does not, nor does a word to a database elsewhere. */
    private static boolean isOfDisk(String what) {
        return what.startsWith("write ") || what.startsWith("make ") || what.startsWith("create ");
    }

    private void fill(Fault now) {
        if (now.ballast() == null) {
            isDiskFull = true;
        } else {
            Self.fill(now.ballast());
        }
    }

    synchronized List<String> reached() {
        return List.copyOf(reached);
    }

    synchronized boolean isFired() {
        return isFired;
    }

    /** What this process does to itself and its disk, past every point. */
    private static final class Self {
        private Self() {}

        static Error killed() {
            send("-9");
            while (true) {
                LockSupport.park();
            }
        }

        static void send(String signal) {
            done("kill", signal, Long.toString(ProcessHandle.current().pid()));
        }

        static void fill(String ballast) {
            done("dd", "if=/dev/zero", "of=" + ballast, "bs=64k");
        }

        private static void done(String... command) {
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException failure) {
                throw new IllegalStateException("cannot run " + command[0], failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
