-- The site × clave rows under their safety stock, the soonest out first.
with low as (
    select
        page_shortages.*,
        cast(ratio_half_up(cast(closing as hugeint) * 304000, cast(amc * 1000 as hugeint)) as decimal(38, 0))
            * cast(0.1 as decimal(1, 1)) as days_of_stock
    from page_shortages
    where stock_status = 'LOW'
),

counted as (
    select count(*) as rows_in_all from low
)

select low.*, counted.rows_in_all
from low
cross join counted
order by low.days_of_stock, low.unfilled desc, low.amc desc, low.clues, low.clave
limit 500
