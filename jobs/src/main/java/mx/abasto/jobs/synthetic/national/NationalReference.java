package mx.abasto.jobs.synthetic.national;

import java.nio.file.Path;
import java.util.List;
import mx.abasto.jobs.synthetic.SiteKind;
import mx.abasto.jobs.synthetic.Table;

/** Writes the reference folder (contract section 1). */
final class NationalReference {

    private NationalReference() {}

    static void write(World world, Path folder) {
        sites(world.places()).write(folder.resolve("sites.csv"));
        catalogue(world.products()).write(folder.resolve("catalogue.csv"));
        assortment(world).write(folder.resolve("assortment.csv"));
    }

    private static Table sites(List<Place> places) {
        Table table = new Table("clues,name,kind,state,region,active_from,active_to");
        for (Place place : places) {
            table.add(
                    place.clues(),
                    place.name(),
                    place.kind(),
                    place.state().code(),
                    place.state().region(),
                    null,
                    null);
        }
        return table;
    }

    private static Table catalogue(List<Product> products) {
        Table table = new Table("clave,description,group,unit,unit_price,programme,tolerance");
        for (Product product : products) {
            String price = "%d.%02d00".formatted(product.priceCents() / 100, product.priceCents() % 100);
            table.add(
                    product.clave(),
                    product.description(),
                    product.group(),
                    "PIEZA",
                    price,
                    product.programme(),
                    product.tolerance());
        }
        return table;
    }

    /** Warehouses may hold everything, units as many of what their kind wants most as they have slots on the average. */
    private static Table assortment(World world) {
        Table table = new Table("scope,clave,min_days,max_days");
        for (Product product : world.products()) {
            table.add(SiteKind.CENTRAL_WAREHOUSE, product.clave(), 20, 90);
            table.add(SiteKind.STATE_WAREHOUSE, product.clave(), 15, 60);
        }
        List<Product> wanted = Furnishing.wanted(world.options().seed(), world.products());
        for (SiteKind kind : List.of(SiteKind.HOSPITAL, SiteKind.HEALTH_CENTRE)) {
            wanted.subList(0, Furnishing.slotsOf(kind)).forEach(product -> table.add(kind, product.clave(), 7, 30));
        }
        return table;
    }
}
