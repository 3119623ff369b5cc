package mx.abasto.jobs.pull;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;

/** A connection to an sftp server whose host key has been checked. */
final class SftpConnection implements Closeable {
    private static final int PORT = 22;

    private final Source source;
    private final URI address;
    private final Login login;
    private final int silenceMillis;
    private volatile @Nullable Socket socket;
    private volatile @Nullable ChannelSftp channel;

    SftpConnection(Source source, URI address) {
        this.source = source;
        this.address = address;
        this.login = Login.of(source, address);
        this.silenceMillis = Math.toIntExact(source.limits().silence().toMillis());
    }

    /**
     * The channel, connected if it is not.
     *
     * @throws RefusedException if the server is not the one it should be, or does not let us in
     */
    ChannelSftp channel() throws IOException {
        ChannelSftp open = channel;
        if (open != null && open.isConnected()) {
            return open;
        }
        close();
        String user = login.user()
                .orElseThrow(() -> new RefusedException(
                        "an sftp server asks who comes; set the source's user, and its password or key-file"));
        JSch jsch = new JSch();
        String host = address.getHost();
        int port = address.getPort() < 0 ? PORT : address.getPort();
        HostKeys hostKeys = HostKeys.of(jsch, source, host, port);
        try {
            addKey(jsch);
            Session connecting = jsch.getSession(user, host, port);
            connecting.setHostKeyRepository(hostKeys);
            connecting.setConfig("StrictHostKeyChecking", "yes");
            connecting.setConfig("PreferredAuthentications", "publickey,password,keyboard-interactive");
            connecting.setSocketFactory(new KeptSocket());
            login.password().ifPresent(password -> connecting.setPassword(password.text()));
            connecting.setDaemonThread(true);
            connecting.connect(silenceMillis);
            ChannelSftp connected = (ChannelSftp) connecting.openChannel("sftp");
            connected.connect(silenceMillis);
            connected.setFilenameEncoding(StandardCharsets.UTF_8);
            channel = connected;
            return connected;
        } catch (JSchException failure) {
            close();
            throw meant(failure, hostKeys);
        }
    }

    private void addKey(JSch jsch) throws JSchException, RefusedException {
        Path file = source.access().keyFile();
        if (file == null) {
            return;
        }
        Secret secret = source.access().passphrase();
        byte[] passphrase = secret == null ? null : secret.text().getBytes(StandardCharsets.UTF_8);
        KeyPair key;
        try {
            key = KeyPair.load(jsch, file.toString(), null);
        } catch (JSchException unreadable) {
            throw new RefusedException("the key-file " + file + " is no private key that can be read", unreadable);
        }
        if (key.isEncrypted() && !key.decrypt(passphrase)) {
            throw new RefusedException("the key-file " + file + " is locked; set the source's passphrase to the one it"
                    + " was locked with");
        }
        key.dispose();
        jsch.addIdentity(file.toString(), passphrase);
    }

    private IOException meant(JSchException failure, HostKeys hostKeys) {
        if (failure instanceof JSchHostKeyException) {
            return new RefusedException(
                    ("the server %s is not known: it showed %s. If that is its own, set the source's host-key to that"
                                    + " key, or its known-hosts to a file that holds it")
                            .formatted(address.getHost(), hostKeys.shown()),
                    failure);
        }
        if (String.valueOf(failure.getMessage()).startsWith("Auth ")) {
            return new RefusedException(
                    "the server %s did not let %s in; correct the source's user, and its password or key-file"
                            .formatted(address.getHost(), login.shownUser()),
                    failure);
        }
        return new IOException("connecting failed: " + failure.getMessage(), failure);
    }

    @Override
    public void close() throws IOException {
        channel = null;
        Socket open = socket;
        if (open != null) {
            open.close();
        }
    }

    /** Sockets within reach: closing one ends whatever waits for it. */
    private final class KeptSocket implements SocketFactory {
        @Override
        public Socket createSocket(String host, int port) throws IOException {
            Socket created = new Socket();
            socket = created;
            created.connect(new InetSocketAddress(host, port), silenceMillis);
            return created;
        }

        @Override
        public InputStream getInputStream(Socket from) throws IOException {
            return from.getInputStream();
        }

        @Override
        public OutputStream getOutputStream(Socket to) throws IOException {
            return to.getOutputStream();
        }
    }
}
