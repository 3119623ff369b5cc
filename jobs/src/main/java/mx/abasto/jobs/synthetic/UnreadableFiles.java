package mx.abasto.jobs.synthetic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import mx.abasto.jobs.synthetic.Finding.Identity;

/** Files that cannot be read at all (EXT-03): not a byte, a required column under another name, half a gzip. */
final class UnreadableFiles {

    private record Broken(String name, byte[] bytes, String how) {}

    private final World world;
    private final Truth truth;
    private final ExtraFiles extras;

    UnreadableFiles(World world, Truth truth, ExtraFiles extras) {
        this.world = world;
        this.truth = truth;
        this.extras = extras;
    }

    /** A file that had nothing to report; nothing is lost with it. */
    boolean spoilEmpty(SiteState state, int night) {
        for (Extract extract : extracts(state, night)) {
            if (state.book().rows(extract) == 0 && world.claims().takeExtract(state.site(), extract)) {
                Broken broken = breakFile(state, extract, night);
                String fault = truth.nextFault();
                truth.add(rejected(fault, state.site(), broken, night, "It had nothing to report."));
                truth.add(DeliveryFaults.missing(fault, state.site(), extract, night));
                return true;
            }
        }
        return false;
    }

    /** The sender sees it, and sends the same rows well under a second name before the night. */
    boolean mendAtOnce(SiteState state, int night) {
        for (Extract extract : extracts(state, night)) {
            if (world.claims().takeExtract(state.site(), extract)) {
                Broken broken = breakFile(state, extract, night);
                Table table = state.book().table(extract);
                String second = ExtractFiles.secondName(extract, state.site().clues(), world.date(night));
                extras.add(night, second, table.bytes(), table.rows());
                String end = "The same night %s brings the rows: the extract is delivered.".formatted(second);
                truth.add(rejected(truth.nextFault(), state.site(), broken, night, end));
                return true;
            }
        }
        return false;
    }

    /** A count that is sent again on the next night is late. */
    boolean sendCountsAgain(SiteState state, int night) {
        if (night == world.nights().last() || !DeliveryFaults.takeCounts(world, state)) {
            return false;
        }
        Site site = state.site();
        Broken broken = breakFile(state, Extract.STOCK, night);
        Table table = state.book().table(Extract.STOCK);
        String second = ExtractFiles.secondName(Extract.STOCK, site.clues(), world.date(night));
        extras.add(night + 1, second, table.bytes(), table.rows());
        String fault = truth.nextFault();
        truth.add(rejected(fault, site, broken, night, "It is sent again on the next night, as %s.".formatted(second)));
        truth.add(DeliveryFaults.missing(fault, site, Extract.STOCK, night));
        truth.add(Finding.consequence(
                fault,
                Identity.ofFile("EXT-02", site, second),
                night + 1,
                night + 1,
                "What is sent again comes a night late."));
        return true;
    }

    private Finding rejected(String fault, Site site, Broken broken, int night, String end) {
        String story =
                "On %s %s sends %s %s. %s".formatted(world.date(night), site.title(), broken.name(), broken.how(), end);
        return Finding.planted(fault, Identity.ofFile("EXT-03", site, broken.name()), night, night, story);
    }

    /** The site's expected extracts but its count that still go out tonight, in tonight's order of choice. */
    private List<Extract> extracts(SiteState state, int night) {
        List<Extract> extracts = new ArrayList<>(Arrays.stream(Extract.values())
                .filter(extract -> extract != Extract.STOCK
                        && extract.isExpectedOf(state.site().kind())
                        && !state.book().isSuppressed(extract))
                .toList());
        world.dice("unreadable extract", state.site(), night).shuffle(extracts);
        return extracts;
    }

    /** In place of the night's own file. */
    private Broken breakFile(SiteState state, Extract extract, int night) {
        Table table = state.book().table(extract);
        String name = ExtractFiles.name(extract, state.site().clues(), world.date(night));
        Broken broken =
                switch (world.dice("how a file breaks", state.site(), night).below(3)) {
                    case 0 -> new Broken(name, new byte[0], "without a byte in it, header included");
                    case 1 -> new Broken(name, renamed(table), "with a column 'producto' where clave must be");
                    default -> new Broken(name + ".gz", cut(table), "whose gzip breaks off halfway");
                };
        state.book().suppress(extract);
        extras.add(night, broken.name(), broken.bytes(), 0);
        return broken;
    }

    private static byte[] renamed(Table table) {
        String text = new String(table.bytes(), StandardCharsets.UTF_8);
        return text.replaceFirst("\\bclave\\b", "producto").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(table.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    }
}
