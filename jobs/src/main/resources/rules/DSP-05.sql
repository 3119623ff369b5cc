-- Recalled lot dispensed: a fill posted tonight with dispensed_on >= the recall's effective_on; per clues, clave, lot,
-- prescription. Of several alerts the first to take effect counts. actual = what tonight's fills of it gave.
with recalled as (
    select clave, lot, min(effective_on) as effective_on from recalls group by clave, lot
)

select
    fills.clues,
    cast(null as varchar) as counterpart_clues,
    fills.clave,
    fills.lot,
    fills.prescription_no as document_no,
    0 as expected_quantity,
    sum(fills.quantity) as actual_quantity
from fills
inner join recalled on recalled.clave = fills.clave and recalled.lot = fills.lot
where fills.event_on >= recalled.effective_on
group by fills.clues, fills.clave, fills.lot, fills.prescription_no
