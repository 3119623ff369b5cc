-- Negative stock: book < 0; per clues, clave, lot of sites that have opened.
select
    stock_balance.clues,
    cast(null as varchar) as counterpart_clues,
    stock_balance.clave,
    stock_balance.lot,
    cast(null as varchar) as document_no,
    0 as expected_quantity,
    stock_balance.book as actual_quantity
from stock_balance
inner join opened_sites on opened_sites.clues = stock_balance.clues
where stock_balance.book < 0
