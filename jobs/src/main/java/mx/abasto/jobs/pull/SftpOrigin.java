package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNull;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.model.Source;

/** Folders of an sftp server. */
final class SftpOrigin implements Origin {
    private final Login login;
    private final SftpConnection connection;
    private final Patience patience;

    SftpOrigin(Source source, URI address) {
        this.login = Login.of(source, address);
        this.connection = new SftpConnection(source, address);
        this.patience = new Patience(source.limits().silence(), connection);
    }

    @Override
    public List<Offer> list(URI folder) throws IOException {
        String path = RemotePath.of(folder);
        return ask(path, sftp -> {
            List<Offer> offers = new ArrayList<>();
            for (LsEntry entry : entries(sftp, path)) {
                SftpATTRS attributes = entry.getAttrs();
                if (attributes.isLink()) {
                    attributes = target(sftp, RemotePath.of(folder, entry.getFilename()), attributes);
                }
                if (attributes.isReg() && RemotePath.isName(entry.getFilename())) {
                    offers.add(new Offer(
                            entry.getFilename(),
                            attributes.getSize(),
                            Instant.ofEpochSecond(Integer.toUnsignedLong(attributes.getMTime()))));
                }
            }
            return offers;
        });
    }

    private static List<LsEntry> entries(ChannelSftp sftp, String path) throws SftpException {
        try {
            return sftp.ls(quoted(path));
        } catch (SftpException failure) {
            if (failure.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return List.of();
            }
            throw failure;
        }
    }

    /** What a link leads to; the link itself if that is nothing. */
    private static SftpATTRS target(ChannelSftp sftp, String path, SftpATTRS link) throws SftpException {
        try {
            return sftp.stat(quoted(path));
        } catch (SftpException failure) {
            if (failure.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return link;
            }
            throw failure;
        }
    }

    @Override
    public InputStream open(URI folder, String name) throws IOException {
        String path = RemotePath.of(folder, name);
        return ask(path, sftp -> {
            long size = sftp.stat(quoted(path)).getSize();
            return new ServedStream(patience, sftp.get(quoted(path))) {
                @Override
                void requireWhole(long bytesRead) throws IOException {
                    if (bytesRead < size) {
                        throw new IOException("%s ended after %d of %d bytes".formatted(path, bytesRead, size));
                    }
                }

                @Override
                void abandon() throws IOException {
                    // What is on its way would have to be read: connecting anew is surer.
                    connection.close();
                }
            };
        });
    }

    /** What is asked of the server. */
    private interface Question<T> {
        T ask(ChannelSftp sftp) throws SftpException;
    }

    private <T> T ask(String path, Question<T> question) throws IOException {
        ChannelSftp sftp = requireNonNull(patience.await(connection::channel));
        return patience.await(() -> {
            try {
                return question.ask(sftp);
            } catch (SftpException failure) {
                throw meant(failure, path);
            }
        });
    }

    private IOException meant(SftpException failure, String path) throws IOException {
        if (failure.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
            return new RefusedException(
                    "the server does not let %s read %s".formatted(login.shownUser(), path), failure);
        }
        if (failure.id != ChannelSftp.SSH_FX_NO_SUCH_FILE) {
            // Whose answer comes next is not sure.
            connection.close();
        }
        return new IOException(path + " cannot be read: " + failure.getMessage(), failure);
    }

    /** The library takes these for patterns. */
    private static String quoted(String path) {
        return path.replaceAll("[\\\\*?]", "\\\\$0");
    }

    @Override
    public void close() {
        patience.close();
    }
}
