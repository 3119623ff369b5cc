package mx.abasto.jobs.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The page's template, style sheet and script: {@code page/inventory.html}, {@code page.css}, {@code page.js}. Every
 * value is escaped where it is put in, and the page's policy lets the browser run and apply those two texts and nothing
 * else, whatever a name in the data may hold, and ask nothing of any network.
 */
final class PageTemplate {
    private static final Template PAGE = Mustache.compiler()
            .strictSections(true)
            .withLoader(name -> new StringReader(resource(name + ".html")))
            .compile(new StringReader(resource("inventory.html")));

    private PageTemplate() {}

    /** The page of a model, with {@code style} after that of the style sheet. */
    static String filled(Map<String, Object> model, String style) {
        String wholeStyle = resource("page.css") + style;
        String script = resource("page.js");
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("style", wholeStyle);
        whole.put("script", script);
        whole.put(
                "policy",
                "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                        .formatted(hash(wholeStyle), hash(script)));
        return PAGE.execute(whole);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream bytes = PageTemplate.class.getResourceAsStream("/page/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException("There is no file page/" + name + ", which the page is made of");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot read page/" + name, failure);
        }
    }
}
