package mx.abasto.schedules.watch;

import java.util.Locale;
import java.util.Map;

/** Logs as JSON, a line an event, to the console. */
public final class StructuredLogs {
    private static final Map<String, String> PROPERTIES = Map.of(
            "logging.config", "classpath:watch/logback.xml",
            "logging.structured.format.console", "logstash");

    private StructuredLogs() {}

    /**
     * Switches them on where nothing else is said, by property or as in {@code LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs}. To
     * be called before the first context starts: logging is set up once.
     */
    public static void switchOn() {
        PROPERTIES.forEach((name, value) -> {
            String variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
            if (System.getProperty(name) == null && System.getenv(variable) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
