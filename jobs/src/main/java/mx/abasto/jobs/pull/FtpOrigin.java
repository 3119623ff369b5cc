package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mx.abasto.common.model.Source;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPCmd;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.jspecify.annotations.Nullable;

/**
 * Folders of an ftp server. Without MLSD, the times that it lists are left out: they are of no known zone, and coarse.
 */
final class FtpOrigin implements Origin {
    private static final String ANONYMOUS = "anonymous";

    private final Source source;
    private final URI address;
    private final Login login;
    private final KeptSockets sockets = new KeptSockets();
    private final Patience patience;
    private @Nullable FTPClient connected;

    FtpOrigin(Source source, URI address) {
        this.source = source;
        this.address = address;
        this.login = Login.of(source, address);
        this.patience = new Patience(source.limits().silence(), sockets);
    }

    @Override
    public List<Offer> list(URI folder) throws IOException {
        String path = RemotePath.of(folder);
        return ask(ftp -> {
            if (!ftp.changeWorkingDirectory(path)) {
                requireAbsent(ftp, path);
                return List.of();
            }
            boolean isExact = ftp.hasFeature(FTPCmd.MLST) || ftp.hasFeature(FTPCmd.MLSD);
            FTPFile[] files = isExact ? ftp.mlistDir() : ftp.listFiles();
            if (!FTPReply.isPositiveCompletion(ftp.getReplyCode())) {
                throw failed(ftp, path);
            }
            return Arrays.stream(files)
                    .filter(Objects::nonNull)
                    .filter(file -> file.isFile() && RemotePath.isName(file.getName()))
                    .map(file -> new Offer(file.getName(), file.getSize(), isExact ? time(file) : null))
                    .toList();
        });
    }

    private static @Nullable Instant time(FTPFile file) {
        return file.getTimestamp() == null ? null : file.getTimestampInstant();
    }

    @Override
    public InputStream open(URI folder, String name) throws IOException {
        String path = RemotePath.of(folder, name);
        return ask(ftp -> {
            InputStream from = ftp.retrieveFileStream(path);
            if (from == null) {
                throw failed(ftp, path);
            }
            return new ServedStream(patience, from) {
                @Override
                void requireWhole(long bytesRead) throws IOException {
                    if (!ftp.completePendingCommand()) {
                        throw new IOException("%s ended after %d bytes: %s".formatted(path, bytesRead, reply(ftp)));
                    }
                }

                @Override
                void abandon() throws IOException {
                    // Servers answer a transfer broken off in different ways: connecting anew is surer.
                    sockets.close();
                }
            };
        });
    }

    /** What is asked of the server. */
    private interface Question<T> {
        T ask(FTPClient ftp) throws IOException;
    }

    /** After a failure it is not sure whose answer comes next: then connecting anew is surer. */
    private <T> T ask(Question<T> question) throws IOException {
        try {
            FTPClient ftp = patience.await(this::client);
            return patience.await(() -> question.ask(ftp));
        } catch (IOException failure) {
            sockets.close();
            throw failure;
        }
    }

    /** The client, connected if it is not. */
    private FTPClient client() throws IOException {
        FTPClient open = connected;
        if (open != null && sockets.areOpen()) {
            return open;
        }
        FTPClient ftp = new FTPClient();
        sockets.reopen();
        ftp.setSocketFactory(sockets);
        ftp.setControlEncoding("UTF-8");
        Duration silence = source.limits().silence();
        int silenceMillis = Math.toIntExact(silence.toMillis());
        ftp.setConnectTimeout(silenceMillis);
        ftp.setDefaultTimeout(silenceMillis);
        ftp.setDataTimeout(silence);
        if (address.getPort() < 0) {
            ftp.connect(address.getHost());
        } else {
            ftp.connect(address.getHost(), address.getPort());
        }
        if (!FTPReply.isPositiveCompletion(ftp.getReplyCode())) {
            throw failed(ftp, "its greeting");
        }
        logIn(ftp);
        ftp.enterLocalPassiveMode();
        if (!ftp.setFileType(FTPClient.BINARY_FILE_TYPE)) {
            throw failed(ftp, "files as they are");
        }
        connected = ftp;
        return ftp;
    }

    private void logIn(FTPClient ftp) throws IOException {
        String user = login.user().orElse(ANONYMOUS);
        String password = login.password().map(secret -> secret.text()).orElse(ANONYMOUS);
        if (!ftp.login(user, password)) {
            if (FTPReply.isNegativePermanent(ftp.getReplyCode())) {
                throw refused(ftp);
            }
            throw failed(ftp, "the login");
        }
    }

    /** Servers say the same of a folder that is not there and of one that we may not see. */
    private void requireAbsent(FTPClient ftp, String path) throws IOException {
        if (ftp.getReplyCode() != FTPReply.FILE_UNAVAILABLE) {
            throw failed(ftp, path);
        }
    }

    private IOException failed(FTPClient ftp, String what) {
        if (ftp.getReplyCode() == FTPReply.NOT_LOGGED_IN) {
            return refused(ftp);
        }
        return new IOException("%s cannot be read: the server answered %s".formatted(what, reply(ftp)));
    }

    private RefusedException refused(FTPClient ftp) {
        return new RefusedException("the server %s did not let %s in (%s); correct the source's user and password"
                .formatted(
                        address.getHost(),
                        login.user().map(user -> "the user " + user).orElse(ANONYMOUS),
                        reply(ftp)));
    }

    private String reply(FTPClient ftp) {
        String reply = String.valueOf(ftp.getReplyString()).strip();
        // A server may say back what it was told.
        return login.password().map(secret -> reply.replace(secret.text(), "…")).orElse(reply);
    }

    @Override
    public void close() {
        patience.close();
    }
}
