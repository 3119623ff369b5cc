package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that the rules look at, at the close of a night.
 *
 * @param balances rows that have not left
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
        List<Prescription> prescriptions,
        List<Order> orders,
        Lots lots) {}
