package mx.abasto.jobs.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.run.TestPostgres;

/** A job repository in PostgreSQL. */
final class Postgres {
    private Postgres() {}

    /** Configures a lake to have its job repository in a new database, whose address is given. */
    static String under(TestLake lake) throws IOException {
        String address = TestPostgres.database();
        Files.writeString(lake.configuration(), """
                  repository:
                    url: "%s"
                    user: %s
                """.formatted(address, TestPostgres.USER), StandardOpenOption.APPEND);
        return address;
    }
}
