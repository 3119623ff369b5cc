package mx.abasto.common.model;

import java.util.List;
import java.util.Objects;

/** How far apart two texts are spelled. */
public final class TextDistance {
    private TextDistance() {}

    /** How many letters must be put in, taken out or changed to make one text of the other, upper and lower alike. */
    public static int between(String one, String other) {
        List<Integer> letters =
                other.codePoints().map(Character::toUpperCase).boxed().toList();
        int[] above = new int[letters.size() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        int row = 0;
        for (int letter : one.codePoints().map(Character::toUpperCase).toArray()) {
            int[] here = new int[above.length];
            here[0] = ++row;
            for (int column = 1; column < above.length; column++) {
                int change = Objects.equals(letters.get(column - 1), letter) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + change, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[above.length - 1];
    }
}
