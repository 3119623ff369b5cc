-- One row per stock status: how many site × clave rows have it.
select
    stock_status,
    count(*) as inventory_rows
from key_inventory
group by stock_status
order by stock_status
