package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Everything that the simulation works on. */
record World(
        GeneratorOptions options,
        Nights nights,
        Network network,
        Lots lots,
        List<SiteState> sites,
        OrderBook orders,
        Claims claims) {

    static World open(GeneratorOptions options) {
        Nights nights = new Nights(options.from(), options.nights());
        Network network = Network.choose(options);
        Lots lots = new Lots(network.items(), nights, options.seed());
        List<SiteState> sites = new ArrayList<>();
        network.sites().forEach(site -> sites.add(new SiteState(site, network)));
        return new World(options, nights, network, lots, List.copyOf(sites), new OrderBook(), new Claims());
    }

    SiteState state(Site site) {
        return sites.get(site.index());
    }

    LocalDate date(int night) {
        return nights.date(night);
    }

    /** Dice for one concern at one site on one night. */
    Dice dice(String concern, Site site, int night) {
        return Dice.of(options.seed(), concern, site.index(), night);
    }

    List<Item> itemsOf(Site site) {
        return network.assortment().of(site.kind());
    }
}
