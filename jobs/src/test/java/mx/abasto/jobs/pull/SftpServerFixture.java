package mx.abasto.jobs.pull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Source;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An sftp server. */
final class SftpServerFixture extends ServerFixture {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey = newKey();
    private final Set<PublicKey> allowed = ConcurrentHashMap.newKeySet();

    SftpServerFixture(Path root) throws IOException {
        super(root);
        server.setHost("localhost");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals(USER) && password.equals(PASSWORD) && !faults().isRefusing());
        server.setPublickeyAuthenticator(
                (user, key, session) -> allowed.stream().anyMatch(each -> KeyUtils.compareKeys(each, key)));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Misbehaviour());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A public key as {@code host-key} has it. */
    static String text(PublicKey key) {
        return PublicKeyEntry.toString(key);
    }

    PublicKey hostKey() {
        return hostKey.getPublic();
    }

    /** Lets the holder of a key in. */
    void allow(PublicKey key) {
        allowed.add(key);
    }

    @Override
    String scheme() {
        return "sftp";
    }

    @Override
    int port() {
        return server.getPort();
    }

    @Override
    Source.Access access(String password) {
        return new Source.Access(USER, new Secret(password), null, null, null, text(hostKey()), null);
    }

    @Override
    public void close() throws IOException {
        faults().heal();
        server.stop(true);
    }

    private final class Misbehaviour implements SftpEventListener {
        private final Set<Handle> cut = ConcurrentHashMap.newKeySet();

        @Override
        public void received(ServerSession session, int type, int id) throws IOException {
            faults().atRequest();
        }

        @Override
        public void open(ServerSession session, String remoteHandle, Handle handle) {
            if (handle instanceof FileHandle && faults().takeCut()) {
                cut.add(handle);
            }
        }

        @Override
        public void reading(
                ServerSession session, String remote, FileHandle file, long offset, byte[] data, int at, int length)
                throws IOException {
            if (offset + length < Files.size(file.getFile()) / 2) {
                return;
            }
            faults().atHalf();
            if (cut.contains(file)) {
                session.close(true);
                throw new IOException("cut");
            }
        }
    }
}
