package mx.abasto.jobs.pull;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import javax.net.SocketFactory;

/** Sockets within reach: closing them ends whatever waits for them. */
final class KeptSockets extends SocketFactory implements Closeable {
    private final Set<Socket> sockets = new HashSet<>();
    private boolean isClosed;

    synchronized boolean areOpen() {
        return !isClosed;
    }

    /** Closes those of before; new ones can be made. */
    synchronized void reopen() throws IOException {
        close();
        isClosed = false;
    }

    @Override
    public synchronized void close() throws IOException {
        isClosed = true;
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (isClosed) {
            throw new IOException("its connection was closed");
        }
        sockets.removeIf(Socket::isClosed);
        Socket socket = new Socket();
        sockets.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("Sockets are made first and connected then, with a time limit");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }
}
