package mx.abasto.jobs.context;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;

/**
 * A line beside the job repository's H2 file: who has it open, and since when. H2 lets only one process in, so the
 * next cannot ask the repository itself. Only informs: what keeps the others out is H2's own lock.
 */
final class HolderNote {
    private static final String H2_FILE = "jdbc:h2:file:";
    private static final Pattern LINE = Pattern.compile("pid (\\d+) on (\\S+), since \\S+");
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Path file;
    private String mine = "";

    private HolderNote(Path file) {
        this.file = file;
    }

    /** The note of a repository; empty where it is not an H2 file. */
    static Optional<HolderNote> of(Settings settings) {
        String url = settings.repository().url();
        return url.startsWith(H2_FILE)
                ? Optional.of(
                        new HolderNote(Path.of(url.substring(H2_FILE.length()).split(";", 2)[0] + ".holder")))
                : Optional.empty();
    }

    /** Says that this process has the repository open. */
    void write(Clock clock) {
        String line = "pid %d on %s, since %s"
                .formatted(
                        ProcessHandle.current().pid(), host(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        try {
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8);
            mine = line;
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "Cannot write %s: %s. Make room there, or check who may write."
                            .formatted(file, failure.getMessage()),
                    failure);
        }
    }

    /**
     * Who has it open. Who is just starting writes it in a moment, and that is waited for; empty if nobody does, as when
     * the other is just ending.
     */
    Optional<String> read() {
        Optional<String> line = line();
        for (long look = WRITTEN_WITHIN.dividedBy(BETWEEN_LOOKS); look > 0 && line.isEmpty(); look--) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            line = line();
        }
        return line;
    }

    /** What stands there; empty if it is of a process that has died. */
    private Optional<String> line() {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                    .filter(HolderNote::isOfOneAlive);
        } catch (IOException notWrittenYet) {
            return Optional.empty();
        }
    }

    private static boolean isOfOneAlive(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                && (!parts.group(2).equals(host())
                        || ProcessHandle.of(Long.parseLong(parts.group(1)))
                                .map(ProcessHandle::isAlive)
                                .orElse(false));
    }

    /** Says that this process has it open no more; called when that is so. The next may have written its own by then. */
    void remove() {
        try {
            if (line().filter(mine::equals).isPresent()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            // It is read only while another process holds the repository, and that one writes its own.
            return;
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "this machine";
        }
    }
}
