package mx.abasto.schedules.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import mx.abasto.schedules.due.Tables;
import org.quartz.Scheduler;

/**
 * Quartz's tables. Its own script drops what is there first, which another scheduler may be using: here only what it
 * creates is taken from it, and made where it is not there. H2 understands PostgreSQL's.
 */
final class QuartzTables {
    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    private QuartzTables() {}

    /** Makes the tables that are not there. */
    static void create(DataSource database) throws SQLException, IOException {
        Tables.create(database, statements());
    }

    private static String statements() throws IOException {
        try (InputStream bytes = Scheduler.class.getResourceAsStream(SCRIPT)) {
            if (bytes == null) {
                throw new IOException("Quartz has no " + SCRIPT);
            }
            String script = new String(bytes.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(script.split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("CREATE "))
                    .map(statement -> statement.replaceFirst("CREATE (TABLE|INDEX)", "create $1 if not exists"))
                    .collect(Collectors.joining(";\n"));
        }
    }
}
