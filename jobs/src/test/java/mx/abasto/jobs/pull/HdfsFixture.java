package mx.abasto.jobs.pull;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mx.abasto.common.files.OwnFileSystem;
import mx.abasto.common.model.Source;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** HDFS in a process of its own, which takes some seconds to start. It hangs by being stopped as a process. */
final class HdfsFixture extends ServerFixture {
    private static final Path JARS = Path.of("target", "hdfs");

    private final Process process;
    private final int port;
    private final FileSystem files;
    private final Map<Path, byte[]> cutBlocks = new HashMap<>();

    HdfsFixture(Path root) throws IOException {
        super(root);
        Files.createDirectories(root);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        JARS.toAbsolutePath() + "/*" + File.pathSeparator
                                + Path.of("target", "test-classes").toAbsolutePath(),
                        MiniHdfs.class.getName(),
                        root.toString())
                .redirectError(root.resolve("stderr").toFile())
                .start();
        BufferedReader output = process.inputReader();
        port = Integer.parseInt(Objects.requireNonNullElse(output.readLine(), "HDFS did not start, see " + root));
        files = OwnFileSystem.open(uri(""), Duration.ofMinutes(1), null);
    }

    @Override
    String scheme() {
        return "hdfs";
    }

    @Override
    int port() {
        return port;
    }

    @Override
    Source.Access access(String password) {
        return Source.Access.NONE;
    }

    @Override
    void put(String path, byte[] bytes) throws IOException {
        try (OutputStream to = files.create(path(path))) {
            to.write(bytes);
        }
    }

    @Override
    void makeFolder(String path) throws IOException {
        files.mkdirs(path(path));
    }

    /** Lets nobody else see a folder. */
    void hide(String path) throws IOException {
        files.setPermission(path(path), new FsPermission("700"));
    }

    private static org.apache.hadoop.fs.Path path(String path) {
        return new org.apache.hadoop.fs.Path("/", path);
    }

    /** All files that there are, until healed: a disk has no fault once only. */
    @Override
    void cutHalfway(int times) throws IOException {
        try (Stream<Path> found = Files.walk(root())) {
            for (Path block : found.filter(HdfsFixture::isFinishedBlock).toList()) {
                byte[] bytes = Files.readAllBytes(block);
                cutBlocks.put(block, bytes);
                Files.write(block, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
    }

    private static boolean isFinishedBlock(Path file) {
        return file.toString().contains("finalized")
                && file.getFileName().toString().matches("blk_[0-9]+");
    }

    @Override
    void hang() throws IOException {
        signal("STOP");
    }

    @Override
    void hangHalfway() throws IOException {
        signal("STOP");
    }

    @Override
    void heal() throws IOException {
        signal("CONT");
        for (Map.Entry<Path, byte[]> cut : cutBlocks.entrySet()) {
            Files.write(cut.getKey(), cut.getValue());
        }
        cutBlocks.clear();
    }

    private void signal(String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (InterruptedException stopped) {
            throw (IOException) new InterruptedIOException("stopped").initCause(stopped);
        }
    }

    @Override
    void awaitHung(Thread caller) {
        while (Arrays.stream(caller.getStackTrace()).noneMatch(HdfsFixture::isWaiting)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isWaiting(StackTraceElement frame) {
        return frame.getClassName().equals("org.apache.hadoop.net.SocketIOWithTimeout")
                || frame.getClassName().equals("org.apache.hadoop.ipc.Client");
    }

    @Override
    public void close() throws IOException {
        heal();
        files.close();
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            throw (IOException) new InterruptedIOException("stopped").initCause(stopped);
        }
    }
}
