package mx.abasto.jobs.oracle;

import java.util.Set;

/** One column of an extract: its type, and whether a row must have a value in it (★). */
record Column(String name, Type type, boolean required, Set<String> words) {

    enum Type {
        TEXT,
        CLUES,
        CLAVE,
        DATE,
        INTEGER,
        WORD
    }

    static Column of(String name, Type type) {
        return new Column(name, type, false, Set.of());
    }

    static Column word(String name, String... words) {
        return new Column(name, Type.WORD, false, Set.of(words));
    }

    Column star() {
        return new Column(name, type, true, words);
    }
}
