-- The stock-outs of site × clave, the worst first: most asked for in vain, then most used.
with lacking as (
    select * from page_shortages where stock_status = 'OUT'
),

counted as (
    select
        count(*) as rows_in_all,
        sum(case when is_authorised then 1 else 0 end) as authorised_in_all
    from lacking
)

select lacking.*, counted.rows_in_all, counted.authorised_in_all
from lacking
cross join counted
order by lacking.unfilled desc, lacking.amc desc nulls last, lacking.stockout_days desc, lacking.clues, lacking.clave
limit 500
