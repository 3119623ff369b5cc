package mx.abasto.jobs.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Who holds a lake: a process of a machine. Written {@code pid 123 on host}. */
record LeaseHolder(long pid, String host) {

    static LeaseHolder me() {
        return new LeaseHolder(ProcessHandle.current().pid(), thisHost());
    }

    static LeaseHolder parse(String text) {
        String[] words = text.split(" ");
        return words.length == 4 && words[0].equals("pid")
                ? new LeaseHolder(Long.parseLong(words[1]), words[3])
                : new LeaseHolder(0, "");
    }

    /** Of a process elsewhere nothing is known. */
    boolean isKnownDead() {
        if (!host.equals(thisHost())) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isEmpty() || !process.get().isAlive();
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }

    @Override
    public String toString() {
        return "pid " + pid + " on " + host;
    }
}
