package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A place that extracts come from (contract section 3).
 *
 * @param uri its address, with {@code {date}} or {@code {date:yyyyMMdd}} where a night's date stands; see
 *     {@link DatedAddress}
 * @param sites the CLUES that its files cover if they do not say
 * @param profile how its files are read
 * @param access who asks, and who answers
 * @param names names of files, dated as the address is, for a server that gives no list; empty to ask for a list
 * @param queries for a database, the query of each extract that it delivers
 * @param limits what pulling it may cost
 * @param cumulative whether each file holds all that the sender has, so that one that came before delivers again
 */
public record Source(
        String name,
        String uri,
        List<String> sites,
        Profile profile,
        Access access,
        List<String> names,
        Map<Extract, String> queries,
        Limits limits,
        boolean cumulative) {

    /**
     * How to get in. What is null is not given.
     *
     * @param keyFile a private key, for sftp
     * @param passphrase of the private key
     * @param knownHosts a file of host keys in OpenSSH's form, for sftp
     * @param hostKey the server's host key, as in {@code ssh-ed25519 AAAA…}, instead of such a file
     * @param driver class of a JDBC driver on the class path, where the address alone does not find it
     */
    public record Access(
            @Nullable String user,
            @Nullable Secret password,
            @Nullable Path keyFile,
            @Nullable Secret passphrase,
            @Nullable Path knownHosts,
            @Nullable String hostKey,
            @Nullable String driver) {
        public static final Access NONE = new Access(null, null, null, null, null, null, null);
    }

    /**
     * What pulling may cost.
     *
     * @param time for the whole source in a night; what was not pulled by then is left for the next night
     * @param silence how long a server may say nothing before the try counts as failed
     * @param settle how long a file must have been unchanged to be taken for whole
     * @param attempts how often a try is made, 1 or more
     * @param retryWait before the second attempt; doubles with each further one, give or take a quarter
     * @param fileBytesMax a file beyond it is left alone
     */
    public record Limits(
            Duration time, Duration silence, Duration settle, int attempts, Duration retryWait, long fileBytesMax) {
        public static final Limits DEFAULT = new Limits(
                Duration.ofMinutes(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2),
                3,
                Duration.ofSeconds(2),
                16L << 30);

        public Limits {
            requireNonNull(time, "time is null");
            requireNonNull(silence, "silence is null");
            requireNonNull(settle, "settle is null");
            requireNonNull(retryWait, "retryWait is null");
            if (attempts < 1) {
                throw new IllegalArgumentException("attempts is " + attempts + "; it must be 1 or more");
            }
        }
    }

    public Source {
        requireNonNull(name, "name is null");
        requireNonNull(uri, "uri is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(access, "access is null");
        requireNonNull(limits, "limits is null");
        sites = List.copyOf(sites);
        names = List.copyOf(names);
        queries = Collections.unmodifiableMap(new TreeMap<>(queries));
    }

    /** Whether it is a database that is asked, rather than a folder of files. */
    public boolean isDatabase() {
        return uri.startsWith("jdbc:");
    }

    /** Its address as people may see it: without the passwords that an address can carry. */
    public String shownUri() {
        return Secret.maskedIn(uri);
    }
}
