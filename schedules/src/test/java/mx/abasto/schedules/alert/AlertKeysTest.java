package mx.abasto.schedules.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.AbastoException.Category;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Secret;
import mx.abasto.schedules.alert.AlertSettings.Encryption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** The keys under {@code abasto.alerts}. */
class AlertKeysTest {
    private static final String WHOLE = """
            abasto:
              alerts:
                language: en
                reminder-hours: 6
                silent-nights: 2
                mail:
                  host: mail.example.org
                  port: 465
                  user: abasto
                  password-file: mail.secret
                  start-tls: false
                  from: abasto@example.org
                  to: [uno@example.org, dos@example.org]
                webhooks:
                  - url: https://hooks.example.org/x
                    token: t
            """;

    @TempDir
    private Path folder;

    private AlertSettings read(String yaml) {
        try {
            Files.writeString(folder.resolve("mail.secret"), "s3cret\n");
            StandardEnvironment environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("test", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                    .forEach(environment.getPropertySources()::addLast);
            return AlertKeys.read(environment, Desk.TestSettings.of(folder, "jdbc:postgresql://db/abasto"), "my.yml");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void everyKeyIsRead() {
        AlertSettings settings = read(WHOLE);
        assertThat(settings.language()).isEqualTo(Language.EN);
        assertThat(settings.reminder()).isEqualTo(Duration.ofHours(6));
        assertThat(settings.silentNights()).isEqualTo(2);
        AlertSettings.Mail mail = settings.mail().orElseThrow();
        assertThat(mail.port()).isEqualTo(465);
        assertThat(mail.password()).isEqualTo(new Secret("s3cret"));
        assertThat(mail.encryption()).isEqualTo(Encryption.NONE);
        assertThat(mail.to()).containsExactly("uno@example.org", "dos@example.org");
        assertThat(settings.webhooks()).hasSize(1);
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void nothingHasToBeGiven() {
        AlertSettings settings = read("abasto: { lake: x }");
        assertThat(settings.language()).isEqualTo(Language.ES);
        assertThat(settings.reminder()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.silentNights()).isEqualTo(3);
        assertThat(settings.command()).isEqualTo("java -jar jobs/target/abasto.jar --config my.yml");
        assertThat(settings.mail()).isEmpty();
        assertThat(settings.webhooks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "language: en                   | language: fr          | abasto.alerts.language is 'fr'; it must be es or en.",
                "reminder-hours: 6              | reminder-hours: 0     | abasto.alerts.reminder-hours is '0'; it must be 1 or more.",
                "silent-nights: 2               | silent-nights: 0      | abasto.alerts.silent-nights is '0'; it must be 1 or more.",
                "host: mail.example.org         | host: ''              | abasto.alerts.mail.host is ''; it must be given.",
                "port: 465                      | port: 70000           | abasto.alerts.mail.port is '70000'; it must be a port",
                "from: abasto@example.org       | from: abasto          | abasto.alerts.mail.from is 'abasto'; it must be an address",
                "dos@example.org                | 'dos example.org'     | abasto.alerts.mail.to is 'dos example.org'; it must be an",
                "password-file: mail.secret     | port: 25              | abasto.alerts.mail.user is 'abasto'; it must be given together",
                "mail.secret                    | other.secret          | abasto.alerts.mail.password-file names",
                "https://hooks.example.org/x    | ftp://hooks.example.org/x | abasto.alerts.webhooks.url is 'ftp://hooks.example.org/x'",
                "silent-nights: 2               | silent-night: 2       | abasto.alerts.silent-night is not a key that is known",
                "port: 465                      | port: many            | abasto.alerts.mail.port is 'many'; it must be",
            })
    void whatCannotBeUsedIsRefusedWithItsKey(String what, String instead, String message) {
        String yaml = what.startsWith("password-file")
                ? WHOLE.replace("      " + what + "\n", "")
                : WHOLE.replace(what, instead);
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOfSatisfying(AbastoException.class, failure -> assertThat(failure.category())
                        .isEqualTo(Category.UNUSABLE))
                .hasMessageContaining(message)
                .hasMessageEndingWith("Correct it in abasto.yml.");
    }
}
