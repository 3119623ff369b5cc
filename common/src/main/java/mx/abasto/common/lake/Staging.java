package mx.abasto.common.lake;

import java.io.IOException;
import mx.abasto.common.files.Place;

/** The folder of a lake that no reader looks at: where things lie until they have their name. */
final class Staging {
    private static final String FOLDER = "_staging";

    private Staging() {}

    /** A free name there for who holds the lake. What earlier holders left there goes. */
    static String free(Place lake, String name, LakeHold hold) throws IOException {
        String staged = Aside.name(name.replace('/', '_'), hold);
        for (Place.Entry entry : lake.list(FOLDER)) {
            if (entry.name().equals(staged) || Aside.isOfEarlier(entry.name(), hold)) {
                lake.delete(FOLDER + "/" + entry.name());
            }
        }
        return FOLDER + "/" + staged;
    }
}
