package mx.abasto.jobs.synthetic;

/**
 * A clave of the catalogue.
 *
 * @param index its place in the network's list of items
 * @param priceCents unit price in hundredths of a peso
 * @param tolerance pieces that a count may differ by
 * @param lotless whether its lines carry no lot
 * @param dose pieces of a usual prescription line: it asks for one to three times as many
 */
record Item(
        int index,
        String clave,
        String description,
        String group,
        String programme,
        String unit,
        long priceCents,
        int tolerance,
        boolean lotless,
        int dose) {

    /** The same thing under another clave. */
    Item withClave(String other) {
        return new Item(index, other, description, group, programme, unit, priceCents, tolerance, lotless, dose);
    }

    boolean isOf(String wanted) {
        return group.equals(wanted);
    }
}
