package mx.abasto.common.lake;

/**
 * Names of what is not whole yet: each ends with the token of the holder of the lake who writes there. So a holder that
 * was paused, and taken over, goes on beside its heir and not in what the heir has.
 */
final class Aside {
    /** In no name of a step or of a run's folder. */
    private static final char MARK = '~';

    private Aside() {}

    static String name(String name, LakeHold hold) {
        return name + MARK + hold.token();
    }

    /** Whether it is the name of something aside. */
    static boolean is(String name) {
        return name.indexOf(MARK) >= 0;
    }

    /** Whether it was left by an earlier holder: who is taken over must not take its heir's for that. */
    static boolean isOfEarlier(String name, LakeHold hold) {
        String token = name.substring(name.lastIndexOf(MARK) + 1);
        return !is(name) || (token.matches("\\d{1,18}") && Long.parseLong(token) < hold.token());
    }
}
