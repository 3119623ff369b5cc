package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.stream.Stream;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Source;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SftpOriginTest extends GuardedOriginContract<SftpServerFixture> {
    private static final String PASSPHRASE = "frase de paso";

    private @TempDir Path keys;

    @Override
    SftpServerFixture start(Path root) throws IOException {
        return new SftpServerFixture(Files.createDirectories(root));
    }

    private static Source.Access access(@Nullable Path knownHosts, @Nullable String hostKey) {
        return new Source.Access(
                ServerFixture.USER, new Secret(ServerFixture.PASSWORD), null, null, knownHosts, hostKey, null);
    }

    private String fingerprint() {
        return requireNonNull(KeyUtils.getFingerPrint(server().hostKey()));
    }

    @Test
    void aServerWithAnotherHostKeyIsRefused() throws IOException {
        String other = SftpServerFixture.text(SftpServerFixture.newKey().getPublic());
        assertRefused(access(null, other));
    }

    @Test
    void aServerThatKnownHostsDoesNotNameIsRefused() throws IOException {
        Path knownHosts = Files.writeString(keys.resolve("known_hosts"), "");
        assertRefused(access(knownHosts, null));
    }

    @Test
    void aServerThatKnownHostsNamesWithAnotherKeyIsRefused() throws IOException {
        String other = SftpServerFixture.text(SftpServerFixture.newKey().getPublic());
        assertRefused(access(knownHosts(other), null));
    }

    private void assertRefused(Source.Access access) throws IOException {
        try (Origin origin = origin(access, PATIENT)) {
            assertThatThrownBy(() -> origin.list(server().uri("units")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining(fingerprint())
                    .hasMessageContaining("host-key")
                    .hasMessageContaining("known-hosts");
        }
    }

    @Test
    void aServerThatKnownHostsNamesIsTrusted() throws IOException {
        Path knownHosts = knownHosts(SftpServerFixture.text(server().hostKey()));
        try (Origin origin = origin(access(knownHosts, null), PATIENT)) {
            assertThat(origin.list(server().uri("units"))).isEmpty();
        }
    }

    private Path knownHosts(String key) throws IOException {
        return Files.writeString(keys.resolve("known_hosts"), "[localhost]:" + server().port() + " " + key + "\n");
    }

    @Test
    void aHostKeyThatIsNoneIsRefused() throws IOException {
        try (Origin origin = origin(access(null, "SHA256:abc"), PATIENT)) {
            assertThatThrownBy(() -> origin.list(server().uri("units")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("ssh-ed25519 AAAA");
        }
    }

    @Test
    void whoGivesNoUserIsToldSo() throws IOException {
        Source.Access nobody =
                new Source.Access(null, null, null, null, null, SftpServerFixture.text(server().hostKey()), null);
        try (Origin origin = origin(nobody, PATIENT)) {
            assertThatThrownBy(() -> origin.list(server().uri("units")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("set the source's user");
        }
    }

    private Source.Access withKey(Path file, @Nullable String passphrase) {
        return new Source.Access(
                ServerFixture.USER,
                null,
                file,
                passphrase == null ? null : new Secret(passphrase),
                null,
                SftpServerFixture.text(server().hostKey()),
                null);
    }

    static Stream<String> keyTypes() {
        return Stream.of("ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp521");
    }

    @ParameterizedTest
    @MethodSource("keyTypes")
    void aKeyFileLetsIn(String type) throws Exception {
        Path file = keyFile(type, null);
        try (Origin origin = origin(withKey(file, null), PATIENT)) {
            assertThat(origin.list(server().uri("units"))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("keyTypes")
    void aLockedKeyFileLetsInWithItsPassphrase(String type) throws Exception {
        Path file = keyFile(type, PASSPHRASE);
        try (Origin origin = origin(withKey(file, PASSPHRASE), PATIENT)) {
            assertThat(origin.list(server().uri("units"))).isEmpty();
        }
    }

    @Test
    void aLockedKeyFileWithoutItsPassphraseIsRefused() throws Exception {
        Path file = keyFile("ssh-rsa", PASSPHRASE);
        for (String wrong : new @Nullable String[] {null, "otra frase"}) {
            try (Origin origin = origin(withKey(file, wrong), PATIENT)) {
                assertThatThrownBy(() -> origin.list(server().uri("units")))
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("passphrase")
                        .hasMessageNotContaining("otra frase");
            }
        }
    }

    private Path keyFile(String type, @Nullable String passphrase) throws Exception {
        KeyPair key = KeyUtils.generateKeyPair(
                type, type.equals("ssh-rsa") ? 2048 : Integer.parseInt(type.replaceAll(".*nistp", "")));
        server().allow(key.getPublic());
        OpenSSHKeyEncryptionContext lock = null;
        if (passphrase != null) {
            lock = new OpenSSHKeyEncryptionContext();
            lock.setCipherType("256");
            lock.setPassword(passphrase);
        }
        Path file = keys.resolve(type);
        try (OutputStream to = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "", lock, to);
        }
        return file;
    }

    /** As ssh-keygen -m PEM writes it. */
    @ParameterizedTest
    @ValueSource(strings = {"", PASSPHRASE})
    void aPemKeyFileLetsIn(String passphrase) throws Exception {
        com.jcraft.jsch.KeyPair key = com.jcraft.jsch.KeyPair.genKeyPair(new JSch(), com.jcraft.jsch.KeyPair.RSA, 2048);
        Path file = keys.resolve("pem");
        key.writePrivateKey(file.toString(), passphrase.isEmpty() ? null : passphrase.getBytes(StandardCharsets.UTF_8));
        assertThat(file).content().contains("BEGIN RSA PRIVATE KEY");
        server().allow(org.apache.sshd.common.config.keys.AuthorizedKeyEntry.parseAuthorizedKeyEntry(publicText(key))
                .resolvePublicKey(null, null));
        try (Origin origin = origin(withKey(file, passphrase), PATIENT)) {
            assertThat(origin.list(server().uri("units"))).isEmpty();
        }
    }

    private static String publicText(com.jcraft.jsch.KeyPair key) {
        java.io.ByteArrayOutputStream text = new java.io.ByteArrayOutputStream();
        key.writePublicKey(text, "");
        return text.toString(StandardCharsets.UTF_8).strip();
    }
}
