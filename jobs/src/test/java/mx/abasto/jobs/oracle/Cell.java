package mx.abasto.jobs.oracle;

import java.util.Comparator;

/** One clues × clave × lot. */
record Cell(String clues, String clave, String lot) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::clues).thenComparing(Cell::clave).thenComparing(Cell::lot);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
