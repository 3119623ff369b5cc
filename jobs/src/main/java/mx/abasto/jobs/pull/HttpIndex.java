package mx.abasto.jobs.pull;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page on which a web server lists a folder: the files that its links lead to. */
final class HttpIndex {
    private static final Pattern LINK = Pattern.compile(
            "<a\\b[^>]*?\\shref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern SERVER =
            Pattern.compile("^(?:([a-z][a-z0-9+.-]*):)?//([^/]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*:.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]+);");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "quot", "\"", "apos", "'", "lt", "<", "gt", ">", "nbsp", "\u00a0");
    private static final int HEX = 16;

    private final URI page;
    private final String folder;

    /** @param page the address that the page came from */
    HttpIndex(URI page) {
        this.page = page;
        String path = page.getPath();
        this.folder = path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The names of the files directly in the folder, as the page lists them. */
    Set<String> names(String html) {
        Set<String> names = new LinkedHashSet<>();
        Matcher links = LINK.matcher(html);
        while (links.find()) {
            String href = firstOf(links.group(1), links.group(2), links.group(3));
            path(unescaped(href).strip()).filter(RemotePath::isName).ifPresent(names::add);
        }
        return names;
    }

    private static String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    /** Where a link leads to, seen from the folder; empty if that is not in it. */
    private Optional<String> path(String href) {
        String link = href.replaceFirst("[?#].*", "");
        Matcher server = SERVER.matcher(link);
        if (server.find()) {
            boolean isHere = server.group(2).equalsIgnoreCase(page.getAuthority())
                    && (server.group(1) == null || server.group(1).equalsIgnoreCase(page.getScheme()));
            return isHere ? inFolder(link.substring(server.end())) : Optional.empty();
        }
        if (link.startsWith("/")) {
            return inFolder(link);
        }
        return OTHER_SCHEME.matcher(link).matches()
                ? Optional.empty()
                : Optional.of(decoded(link.replaceFirst("^(\\./)+", "")));
    }

    private Optional<String> inFolder(String absolute) {
        String path = decoded(absolute);
        return path.startsWith(folder) ? Optional.of(path.substring(folder.length())) : Optional.empty();
    }

    private static String unescaped(String html) {
        return ENTITY.matcher(html).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return ENTITIES.getOrDefault(entity, "&" + entity + ";");
        }
        String number = entity.substring(1).toLowerCase(Locale.ROOT);
        int point = number.startsWith("x") ? Integer.parseInt(number.substring(1), HEX) : Integer.parseInt(number);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }

    /** Percent signs that stand for no byte are left as they are. */
    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < from.length; at++) {
            int high = at + 2 < from.length ? Character.digit(from[at + 1], HEX) : -1;
            int low = at + 2 < from.length ? Character.digit(from[at + 2], HEX) : -1;
            if (from[at] == '%' && high >= 0 && low >= 0) {
                bytes.write(high * HEX + low);
                at += 2;
            } else {
                bytes.write(from[at]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
