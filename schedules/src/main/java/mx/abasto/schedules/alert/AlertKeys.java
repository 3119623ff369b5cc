package mx.abasto.schedules.alert;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Settings;
import mx.abasto.schedules.alert.AlertSettings.Encryption;
import mx.abasto.schedules.alert.AlertSettings.Mail;
import mx.abasto.schedules.alert.AlertSettings.Webhook;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/** The keys under {@code abasto.alerts} as they are written; what is absent is null. */
record AlertKeys(
        @Nullable String language,
        @Nullable Integer reminderHours,
        @Nullable Integer silentNights,
        @Nullable String command,
        @Nullable MailKeys mail,
        @Nullable List<WebhookKeys> webhooks) {
    private static final String ROOT = "abasto.alerts";

    /** The keys under {@code mail}. */
    record MailKeys(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String password,
            @Nullable String passwordFile,
            @Nullable Boolean startTls,
            @Nullable String from,
            @Nullable List<String> to) {}

    /** The keys of one of the {@code webhooks}. */
    record WebhookKeys(
            @Nullable String url,
            @Nullable String token,
            @Nullable String tokenFile) {}

    /**
     * What an environment says, defaults filled in.
     *
     * @param configuration the file, as commands name it
     * @throws AbastoException (UNUSABLE) if it cannot be used
     */
    static AlertSettings read(Environment environment, Settings settings, String configuration) {
        try {
            AlertKeys keys = Binder.get(environment)
                    .bind(
                            ROOT,
                            Bindable.of(AlertKeys.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()))
                    .orElse(new AlertKeys(null, null, null, null, null, null));
            return keys.checked(settings, configuration);
        } catch (BindException failure) {
            throw AbastoException.unusable(problem(failure) + ". Correct it in abasto.yml.", failure);
        }
    }

    private static String problem(BindException failure) {
        if (failure.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
            return "%s is not a key that is known"
                    .formatted(unknown.getUnboundProperties().iterator().next().getName());
        }
        ConfigurationProperty property = failure.getProperty();
        return property == null
                ? failure.getName() + " must have keys under it"
                : "%s is '%s'; it must be a %s"
                        .formatted(
                                property.getName(),
                                property.getValue(),
                                failure.getTarget()
                                        .getType()
                                        .resolve(Object.class)
                                        .getSimpleName()
                                        .toLowerCase(Locale.ROOT)
                                        .replace("integer", "whole number"));
    }

    private AlertSettings checked(Settings settings, String configuration) {
        return new AlertSettings(
                languageOr(settings.language()),
                Duration.ofHours(requireNonNullElse(reminderHours, 12)),
                requireNonNullElse(silentNights, 3),
                requireNonNullElse(command, "java -jar jobs/target/abasto.jar --config " + configuration),
                Optional.ofNullable(mail).map(keys -> mail(keys, settings.folder())),
                requireNonNullElse(webhooks, List.<WebhookKeys>of()).stream()
                        .map(keys -> webhook(keys, settings.folder()))
                        .toList());
    }

    private Language languageOr(Language general) {
        String wanted = language;
        return wanted == null
                ? general
                : Arrays.stream(Language.values())
                        .filter(each -> each.name().equalsIgnoreCase(wanted))
                        .findFirst()
                        .orElseThrow(() -> AlertSettings.unusable("language", wanted, "es or en"));
    }

    private static Mail mail(MailKeys keys, Path folder) {
        return new Mail(
                requireNonNullElse(keys.host(), ""),
                requireNonNullElse(keys.port(), 587),
                keys.user(),
                secret("mail.password", keys.password(), keys.passwordFile(), folder),
                requireNonNullElse(keys.startTls(), true) ? Encryption.START_TLS : Encryption.NONE,
                requireNonNullElse(keys.from(), ""),
                requireNonNullElse(keys.to(), List.of()));
    }

    private static Webhook webhook(WebhookKeys keys, Path folder) {
        String url = requireNonNullElse(keys.url(), "");
        try {
            return new Webhook(URI.create(url), secret("webhooks.token", keys.token(), keys.tokenFile(), folder));
        } catch (IllegalArgumentException failure) {
            throw AlertSettings.unusable("webhooks.url", Secret.maskedIn(url), "an address with http: or https:");
        }
    }

    private static @Nullable Secret secret(String key, @Nullable String text, @Nullable String file, Path folder) {
        if (file == null) {
            return text == null ? null : new Secret(text);
        }
        try {
            return new Secret(Files.readString(folder.resolve(file)).strip());
        } catch (IOException failure) {
            throw AbastoException.unusable(
                    "abasto.alerts.%s-file names %s, which cannot be read. Correct it in abasto.yml."
                            .formatted(key, folder.resolve(file)),
                    failure);
        }
    }
}
