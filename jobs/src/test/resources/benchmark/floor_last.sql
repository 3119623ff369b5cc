-- What the floor wrote of the night before, in {last}.
create temp table last_balances as
select
    clues, clave, lot, expires_on, book, inbound_to_date, dispensed_to_date, last_counted_on, last_variance,
    last_movement_on
from read_parquet('{last}/stock_balance.parquet');

create temp table last_shipments as
select clues, document_no, clave, lot, counterpart_clues, shipped_on, expected_quantity, actual_quantity
from read_parquet('{last}/matches.parquet')
where kind = 'SHIPMENT' and expected_quantity <> actual_quantity;
