package mx.abasto.common.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/** Hadoop's file systems of servers, each for one user of it alone and none more patient than it is told to be. */
public final class OwnFileSystem {
    private static final String[] TIMEOUTS_MILLIS = {
        "ipc.client.connect.timeout", "ipc.client.rpc-timeout.ms", "ipc.ping.interval", "dfs.client.socket-timeout"
    };
    private static final String[] RETRIES = {
        "ipc.client.connect.max.retries",
        "ipc.client.connect.max.retries.on.timeouts",
        "ipc.client.connect.max.retries.on.sasl",
        "dfs.client.max.block.acquire.failures"
    };
    /** A name node on stand-by sends its caller to the other. */
    private static final int FAILOVERS = 2;

    private OwnFileSystem() {}

    /**
     * Opens the file system of an address. The caller closes it.
     *
     * @param silence how long a server may say nothing; tried again is nothing, but for a stand-by's other
     * @param user who asks; null for the one that this process runs as
     * @throws IOException if no file system knows the address, or it does not answer
     */
    public static FileSystem open(URI address, Duration silence, @Nullable String user) throws IOException {
        Configuration configuration = new Configuration(HadoopPlace.CONFIGURATION);
        for (String timeout : TIMEOUTS_MILLIS) {
            configuration.setInt(timeout, Math.toIntExact(silence.toMillis()));
        }
        for (String retries : RETRIES) {
            configuration.setInt(retries, 0);
        }
        configuration.setInt("dfs.client.failover.max.attempts", FAILOVERS);
        try {
            return user == null
                    ? FileSystem.newInstance(address, configuration)
                    : FileSystem.newInstance(address, configuration, user);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("Opening " + address + " was interrupted").initCause(stopped);
        }
    }
}
