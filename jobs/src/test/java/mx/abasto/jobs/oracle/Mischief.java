package mx.abasto.jobs.oracle;

/** One way to spoil a delivery. It does nothing where it finds nothing to spoil. */
@FunctionalInterface
interface Mischief {

    void spoil(Parcels parcels);
}
