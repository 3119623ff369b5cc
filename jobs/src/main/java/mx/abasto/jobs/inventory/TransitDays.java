package mx.abasto.jobs.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import mx.abasto.common.sql.Session;

/** Days on the road from one site to another: as {@code routes} says, else the configured default. */
final class TransitDays {
    private final Map<String, Integer> routes = new HashMap<>();
    private final int byDefault;

    private TransitDays(int byDefault) {
        this.byDefault = byDefault;
    }

    /** Reads the routes that a session knows. */
    static TransitDays read(Session session, int byDefault) throws SQLException {
        TransitDays days = new TransitDays(byDefault);
        try (Statement statement = session.connection().createStatement();
                ResultSet rows =
                        statement.executeQuery("select origin_clues, destination_clues, transit_days from routes")) {
            while (rows.next()) {
                days.routes.put(route(rows.getString(1), rows.getString(2)), Math.toIntExact(rows.getLong(3)));
            }
        }
        return days;
    }

    int between(String origin, String destination) {
        return routes.getOrDefault(route(origin, destination), byDefault);
    }

    private static String route(String origin, String destination) {
        return origin + " " + destination;
    }
}
