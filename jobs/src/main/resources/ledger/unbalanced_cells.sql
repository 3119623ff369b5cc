-- Cells whose book is not what their own row says.
select clues || ' ' || clave || ' ' || lot as cell
from stock_balance
where opening + inflow - outflow <> book
order by cell
limit 1
