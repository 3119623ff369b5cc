package mx.abasto.common.lake;

import java.io.IOException;
import mx.abasto.common.files.Place;

/** The folder of a lake that no reader looks at: where things lie until they have their name. */
final class Staging {
    private static final String FOLDER = "_staging";

    private Staging() {}

    /** Removes what earlier holders left there. */
    static void clear(Place lake, LakeHold hold) throws IOException {
        for (Place.Entry entry : lake.list(FOLDER)) {
            if (Aside.isOfEarlier(entry.name(), hold)) {
                lake.delete(FOLDER + "/" + entry.name());
            }
        }
    }

    /** A free name there for who holds the lake. What earlier holders left there goes. */
    static String free(Place lake, String name, LakeHold hold) throws IOException {
        clear(lake, hold);
        String staged = FOLDER + "/" + Aside.name(name.replace('/', '_'), hold);
        lake.delete(staged);
        return staged;
    }
}
