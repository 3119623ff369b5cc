package mx.abasto.jobs.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The driver of H2 or PostgreSQL with a point at each change of the job repository, each lock of a row and each commit. */
public final class WatchedDriver implements Driver {
    private static final String CONNECTION_IS_LOST = "08006";
    private static final Pattern CHANGE = Pattern.compile(
            "(?is)\\s*(insert into|update|delete from|create table if not exists|create table|create sequence|alter"
                    + " table)\\s+(\\w+).*|(?is).*(from)\\s+(\\w+).*for update.*");
    private static final Set<String> EXECUTIONS = Set.of(
            "execute", "executeUpdate", "executeBatch", "executeLargeUpdate", "executeLargeBatch", "executeQuery");

    private static Driver real(String url) {
        return url.startsWith("jdbc:postgresql:") ? new org.postgresql.Driver() : new org.h2.Driver();
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = real(url).connect(url, properties);
        return connection == null
                ? null
                : proxy(Connection.class, (self, method, arguments) -> ofConnection(connection, method, arguments));
    }

    private static SQLException lost(String why) {
        return new SQLException(why, CONNECTION_IS_LOST);
    }

    private static @Nullable Object ofConnection(
            Connection connection, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("commit")) {
            return Points.other("commit", () -> called(connection, method, arguments), WatchedDriver::lost);
        }
        Object result = called(connection, method, arguments);
        String sql = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : "";
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, (self, what, given) -> ofStatement(statement, sql, what, given));
        }
        return result instanceof Statement statement
                ? proxy(Statement.class, (self, what, given) -> ofStatement(statement, "", what, given))
                : result;
    }

    private static @Nullable Object ofStatement(
            Statement statement, String prepared, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String sql = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : prepared;
        Matcher change = CHANGE.matcher(sql);
        if (!EXECUTIONS.contains(method.getName()) || !change.matches()) {
            return called(statement, method, arguments);
        }
        String what = change.group(1) != null ? change.group(1) + " " + change.group(2) : "lock " + change.group(4);
        return Points.other(
                "sql " + what.toLowerCase(Locale.ROOT),
                () -> called(statement, method, arguments),
                WatchedDriver::lost);
    }

    private static @Nullable Object called(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof SQLException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real(url).acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return real(url).getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
