-- One row per site × clave of a week's key inventory.
select *
from key_inventory
where /* filters */ true
order by state nulls first, clues, clave
