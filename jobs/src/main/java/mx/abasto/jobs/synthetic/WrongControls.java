package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mx.abasto.common.files.Hashes;
import mx.abasto.jobs.synthetic.Finding.Identity;

/** Control files that tell something else than what came (EXT-05). */
final class WrongControls {

    private final World world;
    private final Truth truth;
    private final ExtraFiles extras;

    WrongControls(World world, Truth truth, ExtraFiles extras) {
        this.world = world;
        this.truth = truth;
        this.extras = extras;
    }

    /** Rows, pieces or hash are not those of the file; the first that differs is listed. */
    boolean misstate(FaultKind kind, SiteState state, int night) {
        for (Extract extract : extracts(state, night)) {
            if (world.claims().takeExtract(state.site(), extract)) {
                misstate(kind, state, extract, night);
                return true;
            }
        }
        return false;
    }

    private void misstate(FaultKind kind, SiteState state, Extract extract, int night) {
        Site site = state.site();
        Table table = state.book().table(extract);
        String file = ExtractFiles.name(extract, site.clues(), world.date(night));
        Dice dice = world.dice("wrong control", site, night);
        long more = dice.between(1, 9);
        long rows = table.rows();
        long pieces = table.pieces();
        Identity identity = Identity.ofFile("EXT-05", site, file);
        String fault = truth.nextFault();
        String story = "On %s the control of %s says of %s ".formatted(world.date(night), site.title(), file);
        switch (kind) {
            case CONTROL_ROWS_DIFFER -> {
                // The pieces differ too: rows come first.
                extras.control(site, file, rows + more, pieces + more, null);
                story += "%d rows; it has %d.".formatted(rows + more, rows);
                truth.add(new Finding(fault, identity, () -> rows + more, () -> rows, night, night, true, story));
            }
            case CONTROL_PIECES_DIFFER -> {
                extras.control(site, file, dice.chance(50) ? rows : null, pieces + more, null);
                story += "%d pieces; it has %d.".formatted(pieces + more, pieces);
                truth.add(new Finding(fault, identity, () -> pieces + more, () -> pieces, night, night, true, story));
            }
            default -> {
                extras.control(site, file, rows, pieces, Hashes.sha256("a draft of " + file));
                story += "a SHA-256 that its bytes do not have; rows and pieces are right.";
                truth.add(Finding.planted(fault, identity, night, night, story));
            }
        }
    }

    /** The count does not come, though its control says that it was sent. */
    boolean nameWhatIsMissing(SiteState state, int night) {
        if (!DeliveryFaults.takeCounts(world, state)) {
            return false;
        }
        Site site = state.site();
        String file = ExtractFiles.name(Extract.STOCK, site.clues(), world.date(night));
        long rows = state.book().rows(Extract.STOCK);
        state.book().suppress(Extract.STOCK);
        extras.control(site, file, rows, null, null);
        String fault = truth.nextFault();
        String story = "On %s the control of %s says that %s with %d rows was sent; it never comes."
                .formatted(world.date(night), site.title(), file, rows);
        Identity identity = Identity.ofFile("EXT-05", site, file);
        truth.add(new Finding(fault, identity, () -> rows, () -> 0, night, night, true, story));
        truth.add(DeliveryFaults.missing(fault, site, Extract.STOCK, night));
        return true;
    }

    /** The extracts that go out tonight, in tonight's order of choice. */
    private List<Extract> extracts(SiteState state, int night) {
        List<Extract> extracts = new ArrayList<>(Arrays.stream(Extract.values())
                .filter(extract -> extract.isExpectedOf(state.site().kind())
                        && !state.book().isSuppressed(extract))
                .toList());
        world.dice("controlled extract", state.site(), night).shuffle(extracts);
        return extracts;
    }
}
