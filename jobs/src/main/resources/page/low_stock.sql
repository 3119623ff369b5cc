-- The site × clave rows under their safety stock, the soonest out first.
with low as (
    select * from page_shortages where stock_status = 'LOW'
),

counted as (
    select count(*) as rows_in_all from low
)

select low.*, counted.rows_in_all
from low
cross join counted
order by low.days_of_stock, low.unfilled desc, low.amc desc, low.stockout_days desc, low.clues, low.clave
limit 500
