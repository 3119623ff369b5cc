package mx.abasto.jobs.synthetic;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mx.abasto.common.files.Hashes;
import mx.abasto.jobs.synthetic.NearMisses.NearMiss;

/** Files that come twice, under a former code, not at all because there is nothing in them, or with what is old. */
final class FileNearMisses {

    private static final int SITES_EACH = 3;

    private final World world;
    private final List<NearMiss> told;

    FileNearMisses(World world, List<NearMiss> told) {
        this.world = world;
        this.told = told;
    }

    /** Whether aliases.csv has a former code of the site. */
    static boolean hasFormerCode(Site site) {
        return site.index() % SITES_EACH == 2;
    }

    /** From the days when the site was the ministry's. */
    static String formerCode(Site site) {
        return site.clues().substring(0, 2) + "SSA" + site.clues().substring(5);
    }

    boolean plant(NearMissKind kind, SiteState state, int night, ExtraFiles extras) {
        // One site in three a night, so that it is not always the first that closes.
        if ((state.site().index() + night + kind.ordinal()) % SITES_EACH != 0) {
            return false;
        }
        List<Extract> extracts = new ArrayList<>(Arrays.stream(Extract.values())
                .filter(extract -> extract.isExpectedOf(state.site().kind())
                        && !state.book().isSuppressed(extract)
                        && isFit(kind, state, extract, night))
                .toList());
        world.dice(kind.name(), state.site(), night).shuffle(extracts);
        for (Extract extract : extracts) {
            if (world.claims().takeExtract(state.site(), extract)) {
                plant(kind, state, extract, night, extras);
                return true;
            }
        }
        return false;
    }

    private boolean isFit(NearMissKind kind, SiteState state, Extract extract, int night) {
        int rows = state.book().rows(extract);
        return switch (kind) {
            case CONTROL_WITHOUT_ROWS -> rows == 0;
            case FILE_SENT_TWICE -> rows > 0 && night < world.nights().last();
            case FORMER_CODE -> rows > 0 && hasFormerCode(state.site());
            case PRESCRIPTIONS_OF_THE_WINDOW -> extract == Extract.DISPENSATIONS;
            default -> rows > 0;
        };
    }

    private void plant(NearMissKind kind, SiteState state, Extract extract, int night, ExtraFiles extras) {
        Site site = state.site();
        Table table = state.book().table(extract);
        String name = ExtractFiles.name(extract, site.clues(), world.date(night));
        String text = new String(table.bytes(), StandardCharsets.UTF_8);
        switch (kind) {
            case FILE_SENT_TWICE -> {
                String second = ExtractFiles.secondName(extract, site.clues(), world.date(night));
                extras.add(night + 1, second, table.bytes(), table.rows());
                tell(kind, site, night, second, name + " comes once more on the next night, under another name.");
            }
            case CONTROL_RIGHT -> {
                extras.control(site, name, (long) table.rows(), table.pieces(), Hashes.sha256(text));
                tell(kind, site, night, name, "The control says of the file exactly what came.");
            }
            case CONTROL_WITHOUT_ROWS -> {
                state.book().suppress(extract);
                extras.control(site, name, 0L, null, null);
                tell(kind, site, night, name, "The file does not come: the control says that there is nothing in it.");
            }
            case PRESCRIPTIONS_OF_THE_WINDOW -> {
                LocalDate day = world.date(night).minusDays(OldPrescriptions.WINDOW_NIGHTS);
                Table found = OldPrescriptions.found(world, state, night, day, 1);
                String second = ExtractFiles.secondName(extract, site.clues(), world.date(night));
                extras.add(night, second, found.bytes(), found.rows());
                tell(kind, site, night, second, "What it holds is as old as the correction window, and no older.");
            }
            default -> {
                String code = formerCode(site);
                String former = ExtractFiles.name(extract, code, world.date(night));
                state.book().suppress(extract);
                byte[] bytes = text.replace(site.clues(), code).getBytes(StandardCharsets.UTF_8);
                extras.add(night, former, bytes, table.rows());
                tell(kind, site, night, former, "The site reports under its former code, which aliases.csv knows.");
            }
        }
    }

    private void tell(NearMissKind kind, Site site, int night, String file, String story) {
        told.add(NearMiss.ofFile(kind, night, site, file, story));
    }
}
