package mx.abasto.jobs.synthetic;

import java.util.List;

/**
 * What one site sent another under one number.
 *
 * @param dueNight the last night on which it may arrive
 * @param lines what the sender wrote down
 */
record Shipment(Site origin, Site destination, String number, int shippedNight, int dueNight, List<Line> lines) {

    record Line(Lot lot, long pieces) {}
}
