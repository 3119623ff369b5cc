package mx.abasto.schedules.alert;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The log: always there, so that an alert is told somewhere even where no other way is configured. */
final class LogChannel implements Channel {
    static final String NAME = "log";

    private static final Logger LOG = LoggerFactory.getLogger(LogChannel.class);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(Message message) {
        LOG.atLevel(message.phase() == Phase.CLEARED ? Level.INFO : Level.WARN)
                .addKeyValue("alert_kind", message.kind())
                .addKeyValue("alert_phase", message.phase())
                .log("{}\n{}", message.title(), message.body());
    }
}
