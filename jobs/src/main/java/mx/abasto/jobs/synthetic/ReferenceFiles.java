package mx.abasto.jobs.synthetic;

import java.nio.file.Path;
import java.util.List;

/** Writes the reference folder (contract section 1). */
final class ReferenceFiles {

    private final World world;

    ReferenceFiles(World world) {
        this.world = world;
    }

    void write(Path folder) {
        Generator.createFolder(folder);
        sites().write(folder.resolve("sites.csv"));
        catalogue().write(folder.resolve("catalogue.csv"));
        assortment().write(folder.resolve("assortment.csv"));
        routes().write(folder.resolve("routes.csv"));
        recalls().write(folder.resolve("recalls.csv"));
        aliases().write(folder.resolve("aliases.csv"));
    }

    private Table sites() {
        Table table = new Table("clues,name,kind,state,region,active_from,active_to");
        for (Site site : world.network().sites()) {
            table.add(site.clues(), site.name(), site.kind(), site.state(), site.region(), null, null);
        }
        return table;
    }

    private Table catalogue() {
        Table table = new Table("clave,description,group,unit,unit_price,programme,tolerance");
        for (Item item : world.network().items()) {
            String price = "%d.%02d00".formatted(item.priceCents() / 100, item.priceCents() % 100);
            table.add(
                    item.clave(),
                    item.description(),
                    item.group(),
                    item.unit(),
                    price,
                    item.programme(),
                    item.tolerance());
        }
        return table;
    }

    /** A row for each kind and clave; one site in ten has a wider band of its own for what it uses most. */
    private Table assortment() {
        Table table = new Table("scope,clave,min_days,max_days");
        for (SiteKind kind : SiteKind.values()) {
            int[] band = Assortment.band(kind);
            for (Item item : world.network().items()) {
                if (world.network().assortment().holds(kind, item)) {
                    table.add(kind, item.clave(), band[0], band[1]);
                }
            }
        }
        for (Site site : world.network().sites()) {
            if (site.index() % 10 == 3) {
                int[] band = Assortment.band(site.kind());
                table.add(site.clues(), world.itemsOf(site).get(0).clave(), band[0] / 2, band[1] * 2);
            }
        }
        return table;
    }

    private Table routes() {
        Table table = new Table("origin_clues,destination_clues,transit_days");
        List<Site> sites = world.network().sites();
        Routes routes = world.network().routes();
        for (Site site : sites) {
            if (routes.supplierOf(site) >= 0) {
                Site origin = sites.get(routes.supplierOf(site));
                table.add(origin.clues(), site.clues(), routes.transitDays(origin, site));
            }
        }
        return table;
    }

    private Table aliases() {
        Table table = new Table("alias,clues");
        world.network().sites().stream()
                .filter(FileNearMisses::hasFormerCode)
                .forEach(site -> table.add(FileNearMisses.formerCode(site), site.clues()));
        return table;
    }

    private Table recalls() {
        Table table = new Table("clave,lot,alert,effective_on");
        for (Lot lot : world.lots().recalled()) {
            String alert = "ALERTA-%d-%02d".formatted(world.options().from().getYear(), table.rows() + 1);
            table.add(lot.item().clave(), lot.code(), alert, lot.recalledOn());
        }
        return table;
    }
}
