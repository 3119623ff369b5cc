package mx.abasto.jobs.cli;

import java.io.PrintWriter;

/** What a person is told who stops a run with Ctrl-C. The run needs no goodbye: it resumes as after a kill. */
final class Interruption implements AutoCloseable {
    private static volatile boolean isStopping;

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption announcedTo(PrintWriter err, Progress progress) {
        Thread hook = new Thread(
                () -> {
                    isStopping = true;
                    progress.clear();
                    err.println("Stopped. What was not finished was not published; the same command resumes it.");
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** Whether the process is being stopped: what fails from then on fails because of it, and is not worth a word. */
    static boolean isStopping() {
        return isStopping;
    }

    @Override
    public void close() {
        if (!isStopping) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
