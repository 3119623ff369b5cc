package mx.abasto.jobs.pull;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;

/** The host keys that a source's server may show, and the one that it does show. Nothing is learnt: people decide. */
final class HostKeys implements HostKeyRepository {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?");

    private final JSch jsch;
    private final HostKeyRepository known;
    private @Nullable String shown;

    private HostKeys(JSch jsch) {
        this.jsch = jsch;
        this.known = jsch.getHostKeyRepository();
    }

    /**
     * The source's {@code host-key}, else its {@code known-hosts}, else the user's own.
     *
     * @throws RefusedException if it cannot be read
     */
    static HostKeys of(JSch jsch, Source source, String host, int port) throws RefusedException {
        String hostKey = source.access().hostKey();
        Path file = source.access().knownHosts();
        Path ownFile = Path.of(System.getProperty("user.home"), ".ssh", "known_hosts");
        try {
            if (hostKey != null) {
                jsch.setKnownHosts(line(source, hostKey.strip(), host, port));
            } else if (file != null) {
                jsch.setKnownHosts(file.toString());
            } else if (Files.isReadable(ownFile)) {
                jsch.setKnownHosts(ownFile.toString());
            }
            return new HostKeys(jsch);
        } catch (JSchException unreadable) {
            throw new RefusedException(
                    "the known-hosts of the source cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static InputStream line(Source source, String hostKey, String host, int port) throws RefusedException {
        if (!FORM.matcher(hostKey).matches()) {
            throw new RefusedException("the host-key of the source " + source.name()
                    + " is none; it has the form ssh-ed25519 AAAA…, as in the server's ssh_host_ed25519_key.pub");
        }
        String lines = "%s %s%n[%s]:%d %s%n".formatted(host, hostKey, host, port, hostKey);
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** What the server showed, as {@code ssh-keygen -l} prints it. */
    String shown() {
        return shown == null ? "no host key" : "the host key " + shown;
    }

    @Override
    public int check(String host, byte[] key) {
        try {
            HostKey offered = new HostKey(host, key);
            shown = offered.getType() + " " + offered.getFingerPrint(jsch);
        } catch (JSchException unknownType) {
            return NOT_INCLUDED;
        }
        return known.check(host, key);
    }

    @Override
    public HostKey[] getHostKey() {
        return known.getHostKey();
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return known.getHostKey(host, type);
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return known.getKnownHostsRepositoryID();
    }

    @Override
    public void add(HostKey key, UserInfo user) {
        throw new UnsupportedOperationException("Host keys are not learnt");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("Host keys are not forgotten");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new UnsupportedOperationException("Host keys are not forgotten");
    }
}
