-- One row per site with the lot on its books on the last night, with its name and its last count.
select
    stock_balance.clues, stock_balance.book, stock_balance.last_counted_on, stock_balance.last_variance,
    stock_balance.expires_on
from stock_balance
inner join asked on asked.clave = stock_balance.clave and asked.lot = stock_balance.lot
order by stock_balance.clues
