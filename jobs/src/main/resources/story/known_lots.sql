-- One row per clave × lot that the lake knows.
select distinct clave, lot from all_movements
union
select clave, lot from stock_balance
union
select clave, lot from lots
order by clave, lot
