-- Phantom lot: last_counted > 0 and inbound_to_date = 0; per clues, clave, lot of sites that have opened. It looks at the
-- last count, whenever that was: silence resolves nothing.
select
    stock_balance.clues,
    cast(null as varchar) as counterpart_clues,
    stock_balance.clave,
    stock_balance.lot,
    cast(null as varchar) as document_no,
    0 as expected_quantity,
    stock_balance.last_counted as actual_quantity
from stock_balance
inner join opened_sites on opened_sites.clues = stock_balance.clues
where stock_balance.last_counted > 0 and stock_balance.inbound_to_date = 0
