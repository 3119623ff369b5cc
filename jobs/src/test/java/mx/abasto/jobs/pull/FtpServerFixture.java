package mx.abasto.jobs.pull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.jspecify.annotations.Nullable;

/** An ftp server. */
final class FtpServerFixture extends ServerFixture {
    private static final int NOT_LOGGED_IN = 530;
    private static final int NOT_IMPLEMENTED = 502;
    private static final int TRANSFER_STARTS = 150;
    private static final int TRANSFER_ABORTED = 426;

    private final FtpServer server;
    private final Listener listener;
    private volatile boolean knowsMlsd = true;
    private volatile boolean saysThatItCuts;

    FtpServerFixture(Path root) throws IOException {
        super(root);
        ListenerFactory port = new ListenerFactory();
        port.setServerAddress("localhost");
        port.setPort(0);
        this.listener = port.createListener();
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener);
        factory.setUserManager(new PropertiesUserManagerFactory().createUserManager());
        factory.setFtplets(new HashMap<>(Map.of("faults", new Misbehaviour())));
        try {
            factory.getUserManager().save(user(USER, PASSWORD));
            factory.getUserManager().save(user("anonymous", null));
            this.server = factory.createServer();
            server.start();
        } catch (FtpException failure) {
            throw new IOException(failure);
        }
    }

    private BaseUser user(String name, @Nullable String password) {
        BaseUser user = new BaseUser();
        user.setName(name);
        user.setPassword(password);
        user.setHomeDirectory(root().toString());
        return user;
    }

    /** Is an old one from here on, that lists for people. */
    void forgetMlsd() {
        knowsMlsd = false;
    }

    /** Keeps the connection when it cuts a file, and says that it did. */
    void sayThatItCuts() {
        saysThatItCuts = true;
    }

    @Override
    String scheme() {
        return "ftp";
    }

    @Override
    int port() {
        return listener.getPort();
    }

    @Override
    void heal() throws IOException {
        super.heal();
        knowsMlsd = true;
        saysThatItCuts = false;
    }

    @Override
    public void close() throws IOException {
        heal();
        server.stop();
    }

    private final class Misbehaviour extends DefaultFtplet {
        @Override
        public FtpletResult beforeCommand(FtpSession session, FtpRequest request) throws FtpException, IOException {
            faults().atRequest();
            String command = request.getCommand();
            if (command.equals("PASS") && faults().isRefusing()) {
                return answered(session, NOT_LOGGED_IN, "Not tonight.");
            }
            if (command.equals("FEAT") && !knowsMlsd) {
                return answered(session, NOT_IMPLEMENTED, "No features.");
            }
            return super.beforeCommand(session, request);
        }

        private FtpletResult answered(FtpSession session, int code, String text) throws FtpException {
            session.write(new DefaultFtpReply(code, text));
            return FtpletResult.SKIP;
        }

        @Override
        public FtpletResult onDownloadStart(FtpSession session, FtpRequest request) throws FtpException, IOException {
            boolean isCut = faults().takeCut();
            if (!isCut && !faults().isHungHalfway()) {
                return FtpletResult.DEFAULT;
            }
            byte[] bytes =
                    Files.readAllBytes(root().resolve(request.getArgument().substring(1)));
            InputStream half = new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2));
            InputStream rest = new InputStream() {
                @Override
                public int read() throws IOException {
                    faults().atHalf();
                    return -1;
                }
            };
            session.write(new DefaultFtpReply(TRANSFER_STARTS, "Here it comes."));
            try {
                session.getDataConnection()
                        .openConnection()
                        .transferToClient(session, new SequenceInputStream(half, rest));
            } catch (Exception gone) {
                throw new IOException(gone);
            } finally {
                session.getDataConnection().closeDataConnection();
            }
            return saysThatItCuts ? answered(session, TRANSFER_ABORTED, "It broke off.") : FtpletResult.DISCONNECT;
        }
    }
}
