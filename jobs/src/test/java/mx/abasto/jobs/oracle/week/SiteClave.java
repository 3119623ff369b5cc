package mx.abasto.jobs.oracle.week;

import java.util.Comparator;

/** What one site has of one clave: the grain of the key inventory. */
record SiteClave(String clues, String clave) implements Comparable<SiteClave> {

    @Override
    public int compareTo(SiteClave other) {
        return Comparator.comparing(SiteClave::clues)
                .thenComparing(SiteClave::clave)
                .compare(this, other);
    }
}
