package mx.abasto.jobs.synthetic.national;

/**
 * A clave of the catalogue.
 *
 * @param index its place in the catalogue, which is sorted by clave
 * @param isLotless whether its lines carry no lot
 */
record Product(
        int index,
        String clave,
        byte[] code,
        String description,
        String group,
        String programme,
        long priceCents,
        int tolerance,
        boolean isLotless) {}
