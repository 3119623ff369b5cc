package mx.abasto.common.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SQL files by their owner: {@code balance.sql} of a class in {@code …ledger} is the resource
 * {@code /ledger/balance.sql} beside that class. Loaded once; a missing file fails at once.
 */
public final class SqlScripts {
    private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

    private SqlScripts() {}

    /** The text of an owner's script. */
    public static String of(Class<?> owner, String name) {
        String folder = owner.getPackageName().substring(owner.getPackageName().lastIndexOf('.') + 1);
        String resource = "/" + folder + "/" + name + ".sql";
        return LOADED.computeIfAbsent(resource, path -> load(owner, path));
    }

    private static String load(Class<?> owner, String resource) {
        try (InputStream bytes = owner.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("There is no SQL file " + resource + ", which " + owner + " names");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot read the SQL file " + resource, failure);
        }
    }
}
