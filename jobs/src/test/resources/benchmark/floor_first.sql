-- Before the opening night there is nothing.
create temp table last_balances (
    clues varchar, clave varchar, lot varchar, expires_on date, book bigint, inbound_to_date bigint,
    dispensed_to_date bigint, last_counted_on date, last_variance bigint, last_movement_on date
);
create temp table last_shipments (
    clues varchar, document_no varchar, clave varchar, lot varchar, counterpart_clues varchar, shipped_on date,
    expected_quantity bigint, actual_quantity bigint
);
