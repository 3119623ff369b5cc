package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mx.abasto.jobs.synthetic.FaultPlan.Planned;
import mx.abasto.jobs.synthetic.Finding.Identity;

/** Faults of delivery: files that never arrive, and rows that cannot be read. */
final class FileFaults {

    private record Aim(Planned planned, Site target) {}

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final List<Aim> aims = new ArrayList<>();

    FileFaults(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
    }

    /** Chooses tonight's target of each planned fault whose night has come; a miss is aimed anew. */
    void aim(List<Planned> waiting, int night) {
        aims.clear();
        Dice dice = Dice.of(world.options().seed(), "file faults", night);
        for (Planned planned : waiting) {
            if (planned.kind().isInFiles() && !planned.kind().isOfDelivery() && planned.night() <= night && night > 0) {
                aims.add(new Aim(planned, dice.pick(world.network().sites())));
            }
        }
    }

    /** Spoils what is aimed at the site, and tells which planned faults that were. */
    List<Planned> spoil(SiteState state, int night) {
        List<Planned> done = new ArrayList<>();
        for (Aim aim : aims) {
            if (aim.target().equals(state.site())) {
                boolean planted =
                        switch (aim.planned().kind()) {
                            case STOCK_FILE_MISSING -> loseCounts(state, night);
                            case EMPTY_FILE_MISSING -> loseEmptyFile(state, night);
                            default -> spoilRows(state, night);
                        };
                if (planted) {
                    done.add(aim.planned());
                }
            }
        }
        return done;
    }

    private boolean loseEmptyFile(SiteState state, int night) {
        Site site = state.site();
        for (Extract extract : extracts(site, night)) {
            if (state.book().rows(extract) == 0 && world.claims().takeExtract(site, extract)) {
                state.book().suppress(extract);
                String story = "On %s the %s file of %s does not arrive; there was nothing to report in it."
                        .formatted(world.date(night), extract.title(), site.title());
                addMissing(site, extract, night, night, story);
                return true;
            }
        }
        return false;
    }

    private boolean loseCounts(SiteState state, int night) {
        Site site = state.site();
        if (world.claims().needsCounts(site) || !world.claims().takeExtract(site, Extract.STOCK)) {
            return false;
        }
        world.claims().loseCounts(site);
        state.book().suppress(Extract.STOCK);
        int last = Math.min(night + 1, world.nights().last());
        if (last > night) {
            agenda.add(last, () -> state.book().suppress(Extract.STOCK));
        }
        String story = "%s sends no count from %s to %s; what moved those nights is reported as always."
                .formatted(site.title(), world.date(night), world.date(last));
        addMissing(site, Extract.STOCK, night, last, story);
        return true;
    }

    private void addMissing(Site site, Extract extract, int first, int last, String story) {
        Identity identity = Identity.ofFile("EXT-01", site, extract.title());
        truth.add(new Finding(truth.nextFault(), identity, () -> 1, () -> 0, first, last, true, story));
    }

    private boolean spoilRows(SiteState state, int night) {
        Site site = state.site();
        for (Extract extract : extracts(site, night)) {
            if (!state.book().isSuppressed(extract) && world.claims().takeExtract(site, extract)) {
                int rowsBefore = state.book().rows(extract);
                Dice dice = world.dice("bad rows", site, night);
                List<String> reasons = BadRows.append(state, extract, world, night, dice);
                LocalDate date = world.date(night);
                String name = ExtractFiles.name(extract, site.clues(), date);
                String story = "%s adds %d unreadable rows to %s, from row %d on: %s. They stand for no real movement."
                        .formatted(site.title(), reasons.size(), name, rowsBefore + 1, String.join(", ", reasons));
                Identity identity = Identity.ofFile("EXT-04", site, name);
                long rows = reasons.size();
                truth.add(new Finding(truth.nextFault(), identity, () -> 0, () -> rows, night, night, true, story));
                return true;
            }
        }
        return false;
    }

    /** The site's expected extracts but its count, in tonight's order of choice. */
    private List<Extract> extracts(Site site, int night) {
        List<Extract> extracts = new ArrayList<>(Arrays.stream(Extract.values())
                .filter(extract -> extract != Extract.STOCK && extract.isExpectedOf(site.kind()))
                .toList());
        world.dice("spoiled extract", site, night).shuffle(extracts);
        return extracts;
    }
}
