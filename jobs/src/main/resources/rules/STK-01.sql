-- Count variance: abs(last_variance) > the clave's tolerance; per clues, clave, lot of sites that have opened. It looks at
-- the last count, whenever that was: silence resolves nothing.
select
    stock_balance.clues,
    cast(null as varchar) as counterpart_clues,
    stock_balance.clave,
    stock_balance.lot,
    cast(null as varchar) as document_no,
    stock_balance.last_counted - stock_balance.last_variance as expected_quantity,
    stock_balance.last_counted as actual_quantity
from stock_balance
inner join opened_sites on opened_sites.clues = stock_balance.clues
left join catalogue on catalogue.clave = stock_balance.clave
where abs(stock_balance.last_variance) > coalesce(catalogue.tolerance, 0)
