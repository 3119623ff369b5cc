package mx.abasto.jobs.synthetic.national;

import java.util.List;
import mx.abasto.jobs.synthetic.Dice;

/** The network, and where everything in it is. */
record World(
        NationalOptions options,
        Calendar calendar,
        List<Place> places,
        List<Product> products,
        Lots lots,
        Shelves shelves,
        Road road) {

    /** Dice for one concern at one site on one night. */
    Dice dice(String concern, Place place, int night) {
        return Dice.of(options.seed(), concern, place.index(), night);
    }
}
