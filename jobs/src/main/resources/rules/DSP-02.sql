-- Dispensed expired: a fill posted tonight: dispensed_on > the cell's expires_on; per clues, clave, lot, prescription.
-- actual = what tonight's fills of it gave.
select
    fills.clues,
    cast(null as varchar) as counterpart_clues,
    fills.clave,
    fills.lot,
    fills.prescription_no as document_no,
    0 as expected_quantity,
    sum(fills.quantity) as actual_quantity
from fills
inner join stock_balance
    on stock_balance.clues = fills.clues and stock_balance.clave = fills.clave and stock_balance.lot = fills.lot
where fills.event_on > stock_balance.expires_on
group by fills.clues, fills.clave, fills.lot, fills.prescription_no
