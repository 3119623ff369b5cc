package mx.abasto.schedules.service;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import mx.abasto.common.model.AbastoException;
import mx.abasto.jobs.settings.Configuration;
import mx.abasto.jobs.settings.ConfigurationFile;
import mx.abasto.schedules.plan.Plan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that the configuration was changed into another that can be used. */
final class ConfigurationWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);

    private final Configuration configuration;
    private final CountDownLatch changed = new CountDownLatch(1);
    private String known;

    ConfigurationWatch(Configuration configuration) throws IOException {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.known = Files.readString(configuration.file());
    }

    /** Looks whether it was changed. One that cannot be used is said once, and the old one stays. */
    void look() {
        try {
            String text = Files.readString(configuration.file());
            if (!text.equals(known)) {
                known = text;
                Plan.of(ConfigurationFile.open(configuration.file()));
                LOG.info("{} was changed: starting anew with it.", configuration.file());
                changed.countDown();
            }
        } catch (AbastoException | IOException failure) {
            LOG.error("The configuration was changed, but the old one stays in use: {}", failure.getMessage());
        }
    }

    /** Waits until it was changed. */
    void awaitChange() throws InterruptedException {
        changed.await();
    }
}
