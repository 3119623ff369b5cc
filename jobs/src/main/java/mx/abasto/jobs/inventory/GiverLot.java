package mx.abasto.jobs.inventory;

/**
 * A lot that a site with a surplus holds.
 *
 * @param number of its row; in the order in which lots are given
 * @param surplus pieces that the giver has above its band, in all its lots
 * @param book pieces of the lot, more than 0
 * @param daysLeft from the week's end until it expires; the greatest number there is where that is not known
 */
record GiverLot(long number, String clues, long surplus, long book, int daysLeft) {}
