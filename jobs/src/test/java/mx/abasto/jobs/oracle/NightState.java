package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the rules look at, at the close of a night.
 *
 * @param balances rows that have not left
 * @param lastShipments last night's, none on the opening night
 */
record NightState(
        LocalDate night,
        Reference reference,
        OracleSettings settings,
        Journal journal,
        List<Delivery> files,
        Coverage coverage,
        List<Coverage.Status> statuses,
        List<ControlRow> controlsTonight,
        Counts counts,
        Balances openings,
        List<Balance> balances,
        Shipments shipments,
        Optional<Shipments> lastShipments,
        List<Prescription> prescriptions,
        List<Order> orders,
        Lots lots) {}
