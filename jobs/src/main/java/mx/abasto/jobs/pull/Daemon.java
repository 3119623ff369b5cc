package mx.abasto.jobs.pull;

/** Threads that keep no process alive. */
final class Daemon {
    private Daemon() {}

    static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
