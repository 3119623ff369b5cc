-- The balance of the cell on the night, if there is one.
select stock_balance.book, stock_balance.expires_on, stock_balance.last_counted_on, stock_balance.last_variance
from stock_balance
inner join asked
    on asked.clues = stock_balance.clues and asked.clave = stock_balance.clave and asked.lot = stock_balance.lot
