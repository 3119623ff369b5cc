-- One row per stock status of a week's inventory, the most frequent first.
select
    count(*) as rows,
    lower(replace(stock_status, '_', ' ')) as status
from key_inventory
group by stock_status
order by rows desc, stock_status
