-- Cells that several of tonight's rows count for the same day. Few are, and only these need to be compared.
select clues, counted_on, clave, lot
from read_stock
group by clues, counted_on, clave, lot
having count(*) > 1
